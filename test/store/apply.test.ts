import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTransaction } from '../../src/store/apply.ts';
import { emptyState } from '../../src/store/state.ts';
import type { Transaction } from '../../src/usecases/store.ts';
import { transaction } from './support/arbitrary-transaction.ts';
import { aKnownCircuit, anOwed, aSubscription } from './support/builders.ts';

const stateAfter = (...transactions: readonly Transaction[]) =>
  transactions.reduce(applyTransaction, emptyState);

describe('a transaction that changes nothing', () => {
  it('gives the very same state', () => {
    const known = aKnownCircuit();
    const state = stateAfter({ putCircuits: [known], putSubscriptions: [aSubscription('a')], settle: ['k'] });
    const copies: Transaction = {
      putCircuits: [structuredClone(known)],
      removeCircuits: [aKnownCircuit({ name: 'unknown' }).circuit.id],
      putSubscriptions: [aSubscription('a')],
      settle: ['k'],
      owe: [anOwed('k')],
    };
    expect(applyTransaction(state, copies)).toBe(state);
  });

  it('is every transaction that is applied a second time', () => {
    fc.assert(
      fc.property(fc.array(transaction, { maxLength: 4 }), transaction, (before, last) => {
        const once = stateAfter(...before, last);
        expect(applyTransaction(once, last)).toBe(once);
      }),
    );
  });
});

describe('a transaction that changes one circuit of ten thousand', () => {
  it('shares all the others, and keeps their order without sorting', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => aKnownCircuit({ name: `circuit-${index}` }));
    const before = stateAfter({ putCircuits: many });
    const changed = aKnownCircuit({ name: 'circuit-77' }, { changedAt: 2_000 });
    const next = applyTransaction(before, { putCircuits: [changed] });
    const differing = [...next.circuits].filter(([id, known]) => before.circuits.get(id) !== known);
    expect(differing).toEqual([[changed.circuit.id, changed]]);
    expect([...next.circuits.keys()]).toEqual([...before.circuits.keys()]);
    expect(next.owed).toBe(before.owed);
  });
});

it('leaves the state before as it was', () => {
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 3 }), transaction, (before, last) => {
      const state = stateAfter(...before);
      const copy = structuredClone(state);
      applyTransaction(state, last);
      expect(state).toEqual(copy);
    }),
  );
});
