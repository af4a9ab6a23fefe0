import { defaultAlertRules } from '../../../../src/domain/alert/alert-rules.ts';
import type { Audience } from '../../../../src/domain/alert/audience.ts';
import type { Mute } from '../../../../src/domain/alert/mute.ts';
import type { MaintenanceWindow, QuietHours } from '../../../../src/domain/alert/quiet.ts';
import type { TellInput } from '../../../../src/domain/alert/telling/scene.ts';
import { circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { netops } from '../../../support/a-request.ts';
import { aSubscription } from '../../../support/a-subscription.ts';

/** One channel that listens for everything, at any hour. */
export function anAudience(overrides: Partial<Audience> = {}): Audience {
  return {
    subscriptions: [aSubscription('S1', netops, '')],
    mutes: [],
    suspensions: [],
    quietHours: [],
    windows: [],
    ...overrides,
  };
}

/** A look that found nothing. */
export function aLook(overrides: Partial<TellInput> = {}): TellInput {
  return {
    id: 'look-1',
    now: t0,
    rules: defaultAlertRules,
    changes: [],
    before: [],
    incidents: [],
    audience: anAudience(),
    digests: [],
    held: [],
    requests: [],
    regionOf: () => undefined,
    ...overrides,
  };
}

/** All kinds of lon-01, until an hour after `t0`. */
export function aMute(overrides: Partial<Mute> = {}): Mute {
  return {
    channelId: netops,
    circuitId: circuitIdOf('lon-01'),
    circuitName: 'lon-01',
    since: t0 - 3_600_000,
    until: t0 + 3_600_000,
    byUserId: 'U0OMAR0001',
    ...overrides,
  };
}

/** 22:00 to 07:00 UTC each day: `t0` is in it. */
export function quietNights(overrides: Partial<QuietHours> = {}): QuietHours {
  return {
    channelId: netops,
    fromMinute: 22 * 60,
    toMinute: 7 * 60,
    days: [],
    zone: 'UTC',
    byUserId: 'U0OMAR0001',
    ...overrides,
  };
}

/** For all circuits, two hours around `t0`. */
export function aWindow(overrides: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  return {
    id: 'MW-3F7',
    from: t0 - 3_600_000,
    until: t0 + 3_600_000,
    filter: [],
    effect: 'hold',
    note: 'fibre work',
    source: { kind: 'person', userId: 'U0OMAR0001', channelId: netops },
    ...overrides,
  };
}
