import type { Instant } from '../instant.ts';

/** Why a channel can no longer be posted to, as Slack says it. */
export const suspensionReasons = ['archived', 'removed', 'gone', 'posting-restricted'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];

/** A channel that cannot be reached. Its subscriptions stay; what it missed is told when it can be reached again. */
export type Suspension = {
  readonly channelId: string;
  readonly reason: SuspensionReason;
  /** What changed from here on has not been told there. */
  readonly since: Instant;
};
