import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Difference } from '../../../src/domain/circuit/changes.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { nextStepOf } from '../../../src/domain/circuit/next-step.ts';
import { meetCircuit, observeCircuit } from '../../../src/domain/circuit/observe.ts';
import type { Order } from '../../../src/domain/circuit/order.ts';
import { stuckAfterMs } from '../../../src/domain/circuit/provider-wait.ts';
import type { ProviderState } from '../../../src/domain/circuit/states.ts';
import { aCircuit, aService, t0 } from '../../support/a-circuit.ts';
import { anOrder } from '../../support/an-order.ts';

const dayMs = 86_400_000;
const promised = anOrder({ promisedOn: '2026-03-20' });
const overdueAt = Date.UTC(2026, 2, 21);
const overdue = { kind: 'order-overdue', promisedOn: '2026-03-20' } as const;

const inState = (providerState: ProviderState): Circuit => aCircuit({ service: aService({ providerState }) });
const created = inState('NotProvisioned');
const working = inState('Provisioning');
const done = inState('Provisioned');

/** A circuit that is looked at from time to time, as the store and the polls have it. */
function watched(circuit: Circuit, at = t0) {
  let known = meetCircuit(circuit, at, false);
  return {
    known: () => known,
    record(order: Order | undefined) {
      const { order: _, ...rest } = known;
      known = order ? { ...rest, order } : rest;
    },
    look(now: number, seen: Circuit = known.circuit): readonly Difference[] {
      const sighting = observeCircuit(known, seen, now);
      known = sighting.known;
      return sighting.differences;
    },
  };
}

const says = (known: KnownCircuit) => {
  const { who, action } = nextStepOf(known);
  return `${who}: ${action}`;
};

describe('an order with a promise', () => {
  test('is the provider’s to fulfil until the day is over in UTC, and then yours to ask for', () => {
    const circuit = watched(created);
    expect(says(circuit.known())).toBe('you: give-service-key');
    circuit.record(promised);
    expect(says(circuit.known())).toBe('provider: wait-for-order');
    expect(circuit.look(overdueAt - 1)).toEqual([]);
    expect(says(circuit.known())).toBe('provider: wait-for-order');
    expect(circuit.look(overdueAt)).toEqual([overdue]);
    expect(nextStepOf(circuit.known())).toEqual({
      who: 'you',
      action: 'chase-provider',
      wait: { since: t0, orderNumber: 'A-4711', promisedOn: '2026-03-20' },
    });
  });

  test('is told once, whatever else changes, and survives being stored', () => {
    const circuit = watched(created);
    circuit.record(promised);
    expect(circuit.look(overdueAt)).toEqual([overdue]);
    const stored: KnownCircuit = structuredClone(circuit.known());
    expect(observeCircuit(stored, structuredClone(created), overdueAt + dayMs)).toEqual({
      known: stored,
      differences: [],
    });
    expect(circuit.look(overdueAt + dayMs, { ...created, tags: { env: 'prod' } })).toEqual([]);
    expect(circuit.look(overdueAt + 90 * dayMs)).toEqual([]);
  });

  test('is told while the provider works on it too', () => {
    const circuit = watched(working);
    circuit.record(promised);
    expect(circuit.look(overdueAt)).toEqual([overdue]);
    expect(says(circuit.known())).toBe('you: chase-provider');
  });

  test('is not told again by a clock that was set back', () => {
    const circuit = watched(created);
    circuit.record(promised);
    circuit.look(overdueAt);
    expect(circuit.look(t0)).toEqual([]);
    expect(circuit.look(overdueAt)).toEqual([]);
  });

  test('is not told of a circuit that is done in time', () => {
    const circuit = watched(created);
    circuit.record(promised);
    circuit.look(t0 + dayMs, done);
    expect(circuit.look(overdueAt)).toEqual([]);
    expect(circuit.known()).not.toHaveProperty('waitingSince');
  });

  test('is over when the circuit is done late', () => {
    const circuit = watched(working);
    circuit.record(promised);
    circuit.look(overdueAt);
    expect(circuit.look(overdueAt + dayMs, done).map(({ kind }) => kind)).toEqual(['provider-state']);
    expect(circuit.known()).not.toHaveProperty('late');
    expect(says(circuit.known())).toBe('you: configure-routing');
  });
});

describe('a new promise', () => {
  test('counts at once and begins anew', () => {
    const circuit = watched(created);
    circuit.record(promised);
    circuit.look(overdueAt);
    circuit.record(anOrder({ promisedOn: '2026-04-01' }));
    expect(says(circuit.known())).toBe('provider: wait-for-order');
    expect(circuit.look(overdueAt + 1)).toEqual([]);
    expect(circuit.look(Date.UTC(2026, 3, 2))).toEqual([{ ...overdue, promisedOn: '2026-04-01' }]);
  });

  test('ends a wait that was told as stuck', () => {
    const circuit = watched(working);
    circuit.look(t0 + stuckAfterMs + 1);
    expect(says(circuit.known())).toBe('you: chase-provider');
    circuit.record(promised);
    expect(says(circuit.known())).toBe('provider: wait-for-provisioning');
  });
});

describe('a wait without a promise', () => {
  const { promisedOn: _, ...unpromised } = anOrder();

  test('counts as stuck after 14 days in Provisioning, and is told once', () => {
    const circuit = watched(working);
    expect(circuit.look(t0 + stuckAfterMs)).toEqual([]);
    expect(circuit.look(t0 + stuckAfterMs + 1)).toEqual([{ kind: 'provider-stuck', sinceDays: 14 }]);
    expect(circuit.look(t0 + 3 * stuckAfterMs)).toEqual([]);
    expect(nextStepOf(circuit.known())).toEqual({
      who: 'you',
      action: 'chase-provider',
      wait: { since: t0 },
    });
  });

  test('counts from the order on where that was before', () => {
    const circuit = watched(created);
    circuit.record(unpromised);
    circuit.look(t0 + 5 * dayMs, created);
    circuit.look(t0 + 6 * dayMs, working);
    expect(circuit.look(t0 + stuckAfterMs + 1)).toEqual([{ kind: 'provider-stuck', sinceDays: 14 }]);
  });

  test('counts from its first sight where nobody knows when it began', () => {
    const circuit = watched(working, t0 + dayMs);
    expect(circuit.look(t0 + stuckAfterMs + 1)).toEqual([]);
  });

  test('is none where the circuit is new and nothing was ordered', () => {
    const circuit = watched(created);
    expect(circuit.look(t0 + 10 * stuckAfterMs)).toEqual([]);
    expect(says(circuit.known())).toBe('you: give-service-key');
  });

  test('is none while the provider takes a circuit down', () => {
    const circuit = watched(inState('Deprovisioning'));
    circuit.record(promised);
    expect(circuit.look(overdueAt + stuckAfterMs)).toEqual([]);
  });
});

describe('a circuit that was in use before', () => {
  const old = anOrder({ promisedOn: '2026-01-10', recordedAt: Date.UTC(2026, 0, 1) });

  test('is not late by the promise of its old order', () => {
    const circuit = watched(done);
    circuit.record(old);
    circuit.look(t0, inState('NotProvisioned'));
    expect(circuit.look(t0 + 1, working).map(({ kind }) => kind)).toEqual(['provider-state']);
    expect(says(circuit.known())).toBe('provider: wait-for-provisioning');
    expect(circuit.look(t0 + 2 + stuckAfterMs)).toEqual([{ kind: 'provider-stuck', sinceDays: 14 }]);
  });

  test('is late by that of a new one', () => {
    const circuit = watched(done);
    circuit.record(old);
    circuit.look(t0, inState('NotProvisioned'));
    circuit.record(promised);
    circuit.look(t0 + 1, working);
    expect(circuit.look(overdueAt)).toEqual([overdue]);
  });
});

test('a day that cannot be read is never over', () => {
  const circuit = watched(created);
  circuit.record(anOrder({ promisedOn: 'soon' }));
  expect(circuit.look(t0 + 10 * stuckAfterMs)).toEqual([]);
});

test('however it is looked at, each promise is told at most once and each wait without one too', () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.constantFrom(created, working)), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(steps, fc.constantFrom(promised, anOrder({ promisedOn: undefined })), (looks, order) => {
      const circuit = watched(created);
      circuit.record(order);
      let now = t0;
      const told = looks.flatMap(([days, seen]) => {
        now += days * dayMs;
        return circuit.look(now, seen).filter(({ kind }) => kind !== 'provider-state');
      });
      expect(told.length).toBeLessThanOrEqual(1);
    }),
  );
});
