import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyTransaction } from '../../src/store/apply.ts';
import { emptyState, type StoreState } from '../../src/store/state.ts';
import { StoreConflict, type Transaction } from '../../src/usecases/store.ts';
import { transaction } from './support/arbitrary-transaction.ts';
import { aKnownCircuit, anOwed, aSubscription } from './support/builders.ts';
import { anEntry, anOrder } from './support/request-builders.ts';

const stateAfter = (...transactions: readonly Transaction[]) => transactions.reduce(attempt, emptyState);

/** As the store does: after a conflict the state is what it was. */
function attempt(state: StoreState, transaction: Transaction): StoreState {
  try {
    return applyTransaction(state, transaction);
  } catch (conflict) {
    if (conflict instanceof StoreConflict) return state;
    throw conflict;
  }
}

describe('a transaction that changes nothing', () => {
  it('gives the very same state', () => {
    const known = aKnownCircuit();
    const { id: circuitId } = known.circuit;
    const posted = { channelId: 'C1', ts: '1.0' };
    const state = stateAfter({
      putCircuits: [known],
      putOrders: [{ circuitId, order: anOrder() }],
      putSubscriptions: [aSubscription('a')],
      settle: ['k'],
      putPosted: [{ card: 'card', posted }],
      audit: [anEntry('due')],
      settleAudit: ['done'],
    });
    const copies: Transaction = {
      putCircuits: [{ ...structuredClone(known), order: anOrder() }],
      putOrders: [{ circuitId, order: anOrder() }],
      putPosted: [{ card: 'card', posted: { ...posted } }],
      audit: [anEntry('due'), anEntry('done')],
      settleAudit: ['done'],
      removeCircuits: [aKnownCircuit({ name: 'unknown' }).circuit.id],
      putSubscriptions: [aSubscription('a')],
      settle: ['k'],
      owe: [anOwed('k')],
    };
    expect(applyTransaction(state, copies)).toBe(state);
  });

  it('is every transaction that is applied a second time', () => {
    fc.assert(
      fc.property(
        fc.array(transaction, { maxLength: 4 }),
        transaction,
        (before, { putRequests, putCases, ...last }) => {
          const once = stateAfter(...before, last);
          expect(applyTransaction(once, last)).toBe(once);
        },
      ),
    );
  });
});

describe('a request', () => {
  it('moves on by one revision at a time, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(transaction, { maxLength: 12 }), (all) => {
        let state = emptyState;
        for (const one of all) {
          const next = attempt(state, one);
          for (const [id, { revision }] of next.requests) {
            const before = state.requests.get(id)?.revision ?? 0;
            expect([before, before + 1]).toContain(revision);
          }
          expect([...state.requests.keys()].filter((id) => !next.requests.has(id))).toEqual([]);
          state = next;
        }
      }),
    );
  });
});

describe('a card', () => {
  it('is owed in one version to each recipient, the one owed last', () => {
    fc.assert(
      fc.property(fc.array(transaction, { maxLength: 8 }), (all) => {
        const owed = [...stateAfter(...all).owed.values()].filter(({ card }) => card !== undefined);
        const places = owed.map(({ card, to }) => JSON.stringify([card, Object.values(to)]));
        expect(new Set(places).size).toBe(places.length);
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
    expect(next.orders).toBe(before.orders);
  });
});

it('leaves the state before as it was', () => {
  fc.assert(
    fc.property(fc.array(transaction, { maxLength: 3 }), transaction, (before, last) => {
      const state = stateAfter(...before);
      const copy = structuredClone(state);
      attempt(state, last);
      expect(state).toEqual(copy);
    }),
  );
});
