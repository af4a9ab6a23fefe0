import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { CircuitId } from '../../../src/domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import {
  type Survey,
  surveySubscription,
  type WatchedSubscription,
} from '../../../src/domain/circuit/survey.ts';
import { aCircuit, aKnownCircuit, aPeering, aService, subscription1, t0 } from '../../support/a-circuit.ts';

type Sight = { readonly circuits?: readonly Circuit[]; readonly unreadable?: readonly CircuitId[] };

const watched: WatchedSubscription = { subscriptionId: subscription1, firstReadAt: t0, lastReadAt: t0 };

function survey(
  before: WatchedSubscription | undefined,
  known: readonly KnownCircuit[],
  { circuits = [], unreadable = [] }: Sight,
): Survey {
  return surveySubscription({
    subscriptionId: subscription1,
    before,
    known: new Map(known.map((entry) => [entry.circuit.id, entry])),
    listing: { circuits, unreadable },
    now: t0 + 60_000,
    pollId: 'poll-2.0',
  });
}

function kinds({ changes }: Survey): readonly string[] {
  return changes.map(({ circuit, difference }) => `${circuit.name} ${difference.kind}`);
}

const lon = aKnownCircuit({ name: 'lon-01' });
const ams = aKnownCircuit({ name: 'ams-01' });

describe('the first look at a subscription', () => {
  test('remembers every circuit and tells no change', () => {
    const first = survey(undefined, [], { circuits: [lon.circuit, ams.circuit] });
    expect(first).toMatchObject({ firstSight: true, isNews: true, changes: [], remove: [] });
    expect(first.put.map(({ circuit }) => circuit.name)).toEqual(['lon-01', 'ams-01']);
  });
  test('is over after one that showed nothing', () => {
    const first = survey(undefined, [], {});
    expect(first).toMatchObject({ firstSight: true, isNews: true, put: [] });
    expect(kinds(survey(first.watched, [], { circuits: [lon.circuit] }))).toEqual(['lon-01 circuit-found']);
  });
});

describe('later looks', () => {
  test('nothing new is no news', () => {
    const again = survey(watched, [lon], { circuits: [aCircuit()] });
    expect(again).toMatchObject({ isNews: false, changes: [], put: [], remove: [] });
  });

  test('a circuit that was not known is found', () => {
    const { changes, put } = survey(watched, [lon], { circuits: [lon.circuit, ams.circuit] });
    expect(changes).toEqual([
      expect.objectContaining({
        id: 'poll-2.0.0',
        at: t0 + 60_000,
        difference: { kind: 'circuit-found' },
        situation: 'ready',
        next: { who: 'you', action: 'configure-routing' },
      }),
    ]);
    expect(put.map(({ circuit }) => circuit.name)).toEqual(['ams-01']);
  });

  test('a circuit that is listed no more is gone, and nobody has to act', () => {
    const { changes, remove } = survey(watched, [lon, ams], { circuits: [lon.circuit] });
    expect(changes).toEqual([
      expect.objectContaining({
        circuit: expect.objectContaining({ name: 'ams-01', provider: 'Equinix', peeringLocation: 'London' }),
        difference: { kind: 'circuit-gone' },
        next: { who: 'nobody', action: 'nothing' },
      }),
    ]);
    expect(remove).toEqual([ams.circuit.id]);
  });

  test('two circuits of the same name in different groups are two', () => {
    const twin = aCircuit({ resourceGroup: 'rg-other' });
    expect(kinds(survey(watched, [lon], { circuits: [lon.circuit, twin] }))).toEqual([
      'lon-01 circuit-found',
    ]);
  });

  test('a circuit listed twice, across a page boundary, is one', () => {
    expect(survey(watched, [lon], { circuits: [lon.circuit, lon.circuit] }).isNews).toBe(false);
    expect(kinds(survey(watched, [], { circuits: [lon.circuit, lon.circuit] }))).toEqual([
      'lon-01 circuit-found',
    ]);
  });

  test('each change has an id of its own and the state after it', () => {
    const after = aCircuit({
      service: aService({ providerState: 'Deprovisioning' }),
      peerings: [aPeering()],
    });
    const { changes } = survey(watched, [lon], { circuits: [after] });
    expect(changes.map(({ id, situation }) => `${id} ${situation}`)).toEqual([
      'poll-2.0.0 deprovisioning',
      'poll-2.0.1 deprovisioning',
    ]);
  });

  test('a tag is remembered without a word', () => {
    const tagged = survey(watched, [lon], { circuits: [aCircuit({ tags: { env: 'prod' } })] });
    expect(tagged).toMatchObject({ isNews: true, changes: [] });
    expect(tagged.put[0]?.circuit.tags).toEqual({ env: 'prod' });
  });
});

describe('a circuit that cannot be understood', () => {
  test('is kept as it was', () => {
    const { isNews } = survey(watched, [lon, ams], { circuits: [lon.circuit], unreadable: [ams.circuit.id] });
    expect(isNews).toBe(false);
  });
  test('is found when it can be understood for the first time', () => {
    const first = survey(undefined, [], { unreadable: [lon.circuit.id] });
    expect(first.put).toEqual([]);
    expect(kinds(survey(first.watched, [], { circuits: [lon.circuit] }))).toEqual(['lon-01 circuit-found']);
  });
});

describe('a whole subscription that vanishes', () => {
  test('is doubted once, which is written down', () => {
    const doubted = survey(watched, [lon, ams], {});
    expect(doubted).toMatchObject({ isNews: true, changes: [], remove: [], watched: { emptyDoubted: true } });
  });

  test('is believed when the next look agrees', () => {
    const { watched: doubting } = survey(watched, [lon, ams], {});
    const believed = survey(doubting, [lon, ams], {});
    expect(kinds(believed)).toEqual(['lon-01 circuit-gone', 'ams-01 circuit-gone']);
    expect(believed.watched).not.toHaveProperty('emptyDoubted');
  });

  test('is forgotten when it is back', () => {
    const { watched: doubting } = survey(watched, [lon, ams], {});
    const back = survey(doubting, [lon, ams], { circuits: [lon.circuit, ams.circuit] });
    expect(back).toMatchObject({ isNews: true, changes: [], put: [] });
    expect(back.watched).not.toHaveProperty('emptyDoubted');
    expect(survey(back.watched, [lon, ams], {}).changes).toEqual([]);
  });

  test('is believed at once when it had one circuit only', () => {
    expect(kinds(survey(watched, [lon], {}))).toEqual(['lon-01 circuit-gone']);
  });

  test('is no vanishing while one of its circuits is only unreadable', () => {
    expect(kinds(survey(watched, [lon, ams], { unreadable: [ams.circuit.id] }))).toEqual([
      'lon-01 circuit-gone',
    ]);
  });
});
