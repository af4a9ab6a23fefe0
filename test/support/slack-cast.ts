import type { Subscription } from '../../src/domain/alert/subscription.ts';
import { changeKinds } from '../../src/domain/circuit/changes.ts';
import { type CircuitFilter, type FilterKey, parseFilter } from '../../src/domain/circuit/filter.ts';
import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import { aKnownCircuit, circuitIdOf, t0 } from './a-circuit.ts';
import { aCircuitOf, aMaximalCircuit } from './slack-circuits.ts';

/** What the messages are about: a circuit, and the text that stands wherever a person or Azure says something. */
export type Cast = { readonly known: KnownCircuit; readonly text: string };

export const plainCast: Cast = { known: aKnownCircuit(), text: 'London' };
export const maximalCast: Cast = {
  known: aMaximalCircuit('lon-01'.padEnd(80, '-long')),
  text: 'x'.repeat(900),
};
export const castOf = (text: string): Cast => ({ known: aCircuitOf(text), text });

/** The people and places that our own code may mention. */
export const owner = 'U0OMAR0001';
export const channelId = 'C0NETOPS001';

/** So many circuits like that of the cast, each with a name of its own. */
export function circuitsLike({ known }: Cast, count: number): readonly KnownCircuit[] {
  return Array.from({ length: count }, (_, index) => {
    const { circuit } = known;
    const name = `${index}-${circuit.name}`.slice(0, 80);
    const id = circuitIdOf(name, circuit.resourceGroup);
    return { ...known, circuit: { ...circuit, name, id } };
  });
}

/** The filter with this text, or with as much of it as is taken. */
export function filterOf(key: FilterKey, text: string): CircuitFilter {
  const asked = parseFilter([{ key, value: text || '-' }]);
  return asked.ok ? asked.value : filterOf(key, text.slice(0, text.length / 2));
}

/** The longest wish that the command line takes: all kinds, and filters with the text of the cast. */
export function aSubscriptionOf(
  { text }: Cast,
  id: string,
  overrides: Partial<Subscription> = {},
): Subscription {
  return {
    id,
    channelId,
    ownerId: owner,
    createdAt: t0,
    wish: { filter: filterOf('location', text), kinds: changeKinds },
    ...overrides,
  };
}
