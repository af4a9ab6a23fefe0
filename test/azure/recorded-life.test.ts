import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/domain/circuit/changes.ts';
import type { CircuitId } from '../../src/domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import { surveySubscription, type WatchedSubscription } from '../../src/domain/circuit/survey.ts';
import { t0 } from '../support/a-circuit.ts';
import { type Moment, recordedLife } from './support/recording.ts';
import { type Json, listingOf } from './support/wire.ts';

type Told = { readonly at: number } & Pick<Change, 'difference' | 'situation' | 'next'>;
type Watching = {
  readonly watched: WatchedSubscription | undefined;
  readonly known: ReadonlyMap<CircuitId, KnownCircuit>;
};

const nothing: Watching = { watched: undefined, known: new Map() };

/** Polls each of these moments in turn. Returns what was told, and what is known in the end. */
async function watch(moments: readonly Moment[]) {
  let { watched, known } = nothing;
  const told: Told[] = [];
  for (const { at, circuits } of moments) {
    const listing = await listingOf(circuits);
    const survey = surveySubscription({
      subscriptionId: 'recorded',
      before: watched,
      known,
      listing,
      now: t0 + at,
      pollId: `poll-${at}`,
    });
    const kept = [...known].filter(([id]) => !survey.remove.includes(id));
    known = new Map([...kept, ...survey.put.map((entry) => [entry.circuit.id, entry] as const)]);
    watched = survey.watched;
    told.push(
      ...survey.changes.map(({ difference, situation, next }) => ({ at, difference, situation, next })),
    );
  }
  return { told, known };
}

const empty: Moment = { at: -1, circuits: [] };
const life = recordedLife();

test('the recording shows its circuit in every state of its life', () => {
  expect(life.map(({ at }) => at)).toEqual([
    2, 5, 6, 7, 8, 10, 11, 13, 14, 15, 17, 18, 20, 21, 22, 25, 26, 29, 30, 34, 35, 38, 39, 40, 42, 49,
  ]);
});

describe('polling through all of it', () => {
  const waitForAzure = { who: 'microsoft', action: 'wait-for-azure' };
  const giveKey = { who: 'you', action: 'give-service-key' };
  const microsoft = { peering: 'MicrosoftPeering' };

  test('tells exactly what happened', async () => {
    const { told } = await watch([empty, ...life]);
    expect(told).toEqual([
      { at: 2, difference: { kind: 'circuit-found' }, situation: 'created', next: waitForAzure },
      {
        at: 26,
        difference: { kind: 'peering-added', peering: 'AzurePrivatePeering', state: 'Enabled' },
        situation: 'created',
        next: giveKey,
      },
      {
        at: 30,
        difference: { kind: 'peering-added', ...microsoft, state: 'Enabled' },
        situation: 'created',
        next: giveKey,
      },
      {
        at: 34,
        difference: {
          kind: 'prefixes-state',
          ...microsoft,
          family: 'ipv4',
          before: 'NotConfigured',
          after: 'ValidationNeeded',
        },
        situation: 'created',
        next: giveKey,
      },
      {
        at: 38,
        difference: { kind: 'peering-removed', ...microsoft },
        situation: 'created',
        next: giveKey,
      },
      {
        at: 40,
        difference: {
          kind: 'peering-changed',
          peering: 'AzurePrivatePeering',
          by: 'Customer',
          fields: [{ field: 'VLAN ID', before: '101', after: '200' }],
        },
        situation: 'created',
        next: giveKey,
      },
      {
        at: 49,
        difference: { kind: 'circuit-gone' },
        situation: 'created',
        next: { who: 'nobody', action: 'nothing' },
      },
    ]);
  });

  test('tells nothing of what was there at the first look', async () => {
    const { told } = await watch(life.filter(({ at }) => at >= 35 && at < 49));
    expect(told.map(({ at, difference }) => `${at} ${difference.kind}`)).toEqual([
      '38 peering-removed',
      '40 peering-changed',
    ]);
  });

  test.each(life.map(({ at }) => at))(
    'a poll that comes back after interaction %i sees no other change',
    async (at) => {
      const index = life.findIndex((moment) => moment.at === at);
      const here = life.slice(index, index + 1);
      const { told } = await watch([...here, ...here, ...here]);
      expect(told).toEqual([]);
    },
  );
});

test('no service key and no authorization key gets past the edge', async () => {
  const { known } = await watch(life.slice(0, -1));
  // The placeholder that Azure gives before the real key is no secret, and the recorder's subscription id.
  const placeholder = '00000000-0000-0000-0000-000000000000';
  const keys = life
    .flatMap(({ circuits }) => circuits.flatMap(secretsIn))
    .filter((key) => key !== placeholder);
  expect(new Set(keys).size).toBeGreaterThan(1);
  for (const key of keys) expect(JSON.stringify([...known.values()])).not.toContain(key);
});

/** Every value below a property whose name speaks of a key. */
function secretsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, Json[string]]) =>
    typeof inner === 'string' && /key$/iu.test(name) && inner !== '' ? [inner] : secretsIn(inner),
  );
}
