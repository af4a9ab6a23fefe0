/** The one app that is installed in the sandbox's workspace, and what it was granted. */
export type AppIdentity = {
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly scopes: readonly string[];
  readonly commands: readonly string[];
};

export const app: AppIdentity = {
  appId: 'A0TRUNKAPP',
  botId: 'B0TRUNKBOT',
  botUserId: 'U0TRUNKBOT',
  botName: 'trunkline',
  scopes: [
    'commands',
    'chat:write',
    'users:read',
    'usergroups:read',
    'channels:read',
    'groups:read',
    'channels:history',
    'groups:history',
    'im:history',
    'im:write',
    'files:read',
    'files:write',
  ],
  commands: ['/circuit'],
};

export const team = { id: 'T0TRUNK001', name: 'Trunkline Sandbox', domain: 'trunkline-sandbox' } as const;

/** The company on the other side of the Slack Connect channel. */
export const partnerTeam = {
  id: 'T0PARTNER1',
  name: 'Partner Networks',
  domain: 'partner-networks',
} as const;

/** Slack's own voice: it tells a person that a command failed. */
export const slackbotId = 'USLACKBOT';
