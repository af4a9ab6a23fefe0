import type { Mute } from './mute.ts';
import type { MaintenanceWindow, QuietHours } from './quiet.ts';
import type { Subscription } from './subscription.ts';
import type { Suspension } from './suspension.ts';

/** Who listens, and when they want to be left alone: everything that decides where and when something is told. */
export type Audience = {
  readonly subscriptions: readonly Subscription[];
  readonly mutes: readonly Mute[];
  readonly suspensions: readonly Suspension[];
  readonly quietHours: readonly QuietHours[];
  readonly windows: readonly MaintenanceWindow[];
};
