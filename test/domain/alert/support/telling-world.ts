import { defaultAlertRules } from '../../../../src/domain/alert/alert-rules.ts';
import type { Audience } from '../../../../src/domain/alert/audience.ts';
import type { Condition } from '../../../../src/domain/alert/condition.ts';
import type { Digest } from '../../../../src/domain/alert/digest.ts';
import type { Incident } from '../../../../src/domain/alert/incident.ts';
import { advanceIncidents } from '../../../../src/domain/alert/incidents/advance-incidents.ts';
import { muteKey } from '../../../../src/domain/alert/mute.ts';
import type { Owed } from '../../../../src/domain/alert/notice.ts';
import type { Held } from '../../../../src/domain/alert/quiet.ts';
import type { TellInput } from '../../../../src/domain/alert/telling/scene.ts';
import { type Told, tellAlerts } from '../../../../src/domain/alert/telling/tell-alerts.ts';
import type { Change } from '../../../../src/domain/circuit/changes.ts';
import { t0 } from '../../../support/a-circuit.ts';

/** All that a store would hold, in plain values. */
export type World = {
  readonly looks: number;
  readonly now: number;
  readonly audience: Audience;
  readonly incidents: readonly Incident[];
  readonly digests: readonly Digest[];
  readonly held: readonly Held[];
  /** All that was ever owed, in its order. */
  readonly owed: readonly Owed[];
};

export type Event = {
  readonly afterMs: number;
  readonly conditions: readonly Condition[];
  readonly changes: readonly Change[];
  readonly audience: (before: Audience, now: number) => Audience;
};

/** One look: what it was decided from, what was told, and the world after it. */
export type Turn = { readonly input: TellInput; readonly told: Told; readonly after: World };

export function aWorld(audience: Audience): World {
  return { looks: 0, now: t0, audience, incidents: [], digests: [], held: [], owed: [] };
}

const rules = { ...defaultAlertRules, digestOver: 4 };

export function live(world: World, event: Event): Turn {
  const now = world.now + event.afterMs;
  const looks = world.looks + 1;
  const audience = event.audience(world.audience, now);
  let made = 0;
  const advance = advanceIncidents({
    incidents: world.incidents,
    conditions: event.conditions,
    now,
    rules,
    newId: () => `INC-${looks}-${++made}`,
  });
  const kept = world.incidents.filter(({ id }) => !advance.remove.includes(id));
  const input: TellInput = {
    ...world,
    id: `look-${looks}`,
    now,
    rules,
    changes: event.changes,
    before: world.incidents,
    incidents: put(kept, advance.put),
    audience,
    requests: [],
    regionOf: () => undefined,
  };
  const told = tellAlerts(input);
  return { input, told, after: { ...applied(input, told), looks, owed: [...world.owed, ...told.owe] } };
}

/** What is there after the transaction. */
export function applied(input: TellInput, told: Told): Omit<World, 'looks' | 'owed'> {
  const { audience, now, incidents, digests, held } = input;
  const ended = new Set(told.removeMutes.map(muteKey));
  return {
    now,
    incidents: put(incidents, told.incidents),
    digests: put(digests, told.digests),
    held: put(
      held.filter(({ id }) => !told.unhold.includes(id)),
      told.hold,
    ),
    audience: {
      ...audience,
      mutes: audience.mutes.filter((mute) => !ended.has(muteKey(mute))),
      windows: audience.windows.filter(({ id }) => !told.removeWindows.includes(id)),
    },
  };
}

function put<T extends { readonly id: string }>(before: readonly T[], entries: readonly T[]): readonly T[] {
  return [...new Map([...before, ...entries].map((entry) => [entry.id, entry])).values()];
}
