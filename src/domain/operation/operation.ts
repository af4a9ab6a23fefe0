/** What can be done to a circuit from chat; each is a subcommand of /circuit, a permission and a line of the policy. */
export const operations = [
  'create',
  'key',
  'order',
  'peering',
  'sign',
  'link',
  'unlink',
  'resize',
  'deprovision',
  'delete',
  'failover',
] as const;
export type Operation = (typeof operations)[number];

/** Those that change Azure or wait for a change in it: they become requests. The others are done or told at once. */
export const requestOperations = [
  'create',
  'peering',
  'sign',
  'link',
  'unlink',
  'resize',
  'deprovision',
  'delete',
  'failover',
] as const satisfies readonly Operation[];
export type RequestOperation = (typeof requestOperations)[number];
