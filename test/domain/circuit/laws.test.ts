import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { diffCircuit } from '../../../src/domain/circuit/diff.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { nextStepOf } from '../../../src/domain/circuit/next-step.ts';
import { meetCircuit, observeCircuit } from '../../../src/domain/circuit/observe.ts';
import { situationOf } from '../../../src/domain/circuit/situation.ts';
import { workflowOf } from '../../../src/domain/circuit/workflow.ts';
import { aCircuit, aService, t0 } from '../../support/a-circuit.ts';
import { aSight } from '../support/a-sight.ts';

const sights = fc.array(aSight, { minLength: 1, maxLength: 6 });

function see(known: KnownCircuit | undefined, seen: Circuit): KnownCircuit {
  return known ? observeCircuit(known, seen, t0).known : meetCircuit(seen, t0, false);
}

/** What is known after all the sights, and after the last one once more. */
const history = sights.map((all) => ({
  known: all.reduce<KnownCircuit | undefined>(see, undefined) ?? meetCircuit(aCircuit(), t0, false),
  last: all.at(-1) ?? aCircuit(),
}));

describe('the difference', () => {
  test('of a thing with itself is empty', () => {
    fc.assert(fc.property(aSight, (circuit) => diffCircuit(circuit, structuredClone(circuit)).length === 0));
  });

  test('of states and sizes, what is told one way is told the other way too', () => {
    const twoWays = ['provider-state', 'status', 'peering-state', 'bandwidth', 'sku'];
    const kinds = (from: Circuit, to: Circuit) =>
      diffCircuit(from, to)
        .map(({ kind }) => kind)
        .filter((kind) => twoWays.includes(kind))
        .sort();
    fc.assert(
      fc.property(aSight, aSight, (a, b) => {
        expect(kinds(a, b)).toEqual(kinds(b, a));
      }),
    );
  });
});

describe('the same sight again', () => {
  test('changes nothing after at most one step that settles a doubted status', () => {
    fc.assert(
      fc.property(history, ({ known, last }) => {
        const second = observeCircuit(known, structuredClone(last), t0 + 1);
        const kinds = second.differences.map(({ kind }) => kind);
        expect(kinds).toEqual(kinds.length > 0 ? ['status'] : []);
        if (kinds.length > 0) expect(known.doubtedStatus).toBe('Disabled');
        const third = observeCircuit(second.known, structuredClone(last), t0 + 2);
        expect(third.known).toBe(second.known);
        expect(third.differences).toEqual([]);
      }),
    );
  });

  test('tells the same whether the sight is the very object or an equal one', () => {
    fc.assert(
      fc.property(history, aSight, ({ known }, seen) => {
        expect(observeCircuit(known, structuredClone(seen), t0)).toEqual(observeCircuit(known, seen, t0));
      }),
    );
  });
});

describe('histories', () => {
  test('a circuit that was Provisioned once is never created again', () => {
    const provisioned = aCircuit({ service: aService({ providerState: 'Provisioned' }) });
    fc.assert(
      fc.property(sights, sights, (before, after) => {
        let known = [...before, provisioned].reduce<KnownCircuit | undefined>(see, undefined);
        for (const seen of after) {
          known = see(known, seen);
          expect(situationOf(known)).not.toBe('created');
        }
      }),
    );
  });

  test('Disabled that is never seen twice in a row outside of a write is never told', () => {
    const calm = aSight.map((seen) => ({ ...seen, status: 'Enabled' as const }));
    const flicker = fc.oneof(
      aSight.map((seen) => [
        { ...seen, status: 'Disabled' as const, provisioningState: 'Updating' as const },
      ]),
      fc.tuple(
        aSight.map((seen) => ({ ...seen, status: 'Disabled' as const })),
        calm,
      ),
    );
    fc.assert(
      fc.property(calm, fc.array(flicker, { maxLength: 4 }), (first, rest) => {
        let known = meetCircuit({ ...first, provisioningState: 'Succeeded' }, t0, false);
        for (const seen of rest.flat()) {
          const sighting = observeCircuit(known, seen, t0);
          expect(sighting.differences.filter(({ kind }) => kind === 'status')).toEqual([]);
          known = sighting.known;
        }
      }),
    );
  });

  test('whatever has been seen, there is a situation, a next step and a place in the workflow', () => {
    fc.assert(
      fc.property(history, fc.option(fc.nat(3), { nil: undefined }), ({ known }, linkCount) => {
        expect(situationOf(known)).toBeTruthy();
        expect(nextStepOf(known).action).toBeTruthy();
        expect(workflowOf(known, linkCount)).toHaveLength(5);
        const marks = workflowOf(known, linkCount).map(({ mark }) => mark);
        expect(marks.filter((mark) => mark === 'current').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('any order', () => {
  test('of peerings and prefixes is the same circuit', () => {
    const shuffled = aSight.chain((seen) =>
      fc.shuffledSubarray([...seen.peerings], { minLength: seen.peerings.length }).map((peerings) => ({
        seen,
        mixed: { ...seen, peerings: peerings.map(reversePrefixes) },
      })),
    );
    fc.assert(
      fc.property(shuffled, ({ seen, mixed }) => {
        expect(diffCircuit(seen, mixed)).toEqual([]);
        expect(observeCircuit(meetCircuit(seen, t0, false), mixed, t0).differences).toEqual([]);
      }),
    );
  });
});

function reversePrefixes(peering: Circuit['peerings'][number]): Circuit['peerings'][number] {
  const list = peering.ipv4?.publicPrefixes;
  if (!list) return peering;
  const publicPrefixes = { ...list, advertised: list.advertised.toReversed(), each: list.each.toReversed() };
  return { ...peering, ipv4: { ...peering.ipv4, publicPrefixes } };
}
