/** The bot scopes that manifest.yml asks for, in its order; a test holds the two together. */
export const botScopes: readonly string[] = [
  'commands',
  'chat:write',
  'channels:read',
  'groups:read',
  'usergroups:read',
  'channels:history',
  'groups:history',
  'im:history',
  'im:write',
  'files:read',
  'files:write',
];
