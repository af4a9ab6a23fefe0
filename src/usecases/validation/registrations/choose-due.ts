import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../../domain/circuit/known-circuit.ts';
import type { Instant } from '../../../domain/instant.ts';
import { isRegistrationDue } from '../../../domain/validation/registration/due.ts';
import { askedPrefixes } from '../../../domain/validation/registration/observe-registration.ts';
import type { Registration } from '../../../domain/validation/registration/registration.ts';
import { watchedPrefixesOf } from '../../../domain/validation/registration/watched-prefix.ts';

/** So many prefixes the registries are asked about at a time. Ours: an estate is spread over many looks. */
export const prefixesPerLook = 200;

/** A circuit whose turn it is, with the prefixes to ask about. */
export type Due = { readonly known: KnownCircuit; readonly prefixes: readonly string[] };

/** Whose turn it is, those first that have waited longest; as many as a look may ask about, and one at least. */
export function chooseDue(
  circuits: readonly KnownCircuit[],
  registrations: ReadonlyMap<CircuitId, Registration>,
  intervalMs: number,
  now: Instant,
): readonly Due[] {
  const askedAt = (known: KnownCircuit) => registrations.get(known.circuit.id)?.at ?? 0;
  const due = circuits
    .filter(({ circuit }) =>
      isRegistrationDue(registrations.get(circuit.id), watchedPrefixesOf(circuit), intervalMs, now),
    )
    .toSorted((a, b) => askedAt(a) - askedAt(b))
    .map((known) => ({ known, prefixes: prefixesOf(known, registrations) }));
  let count = 0;
  return due.filter(({ prefixes }, index) => {
    count += prefixes.length;
    return index === 0 || count <= prefixesPerLook;
  });
}

function prefixesOf({ circuit }: KnownCircuit, registrations: ReadonlyMap<CircuitId, Registration>) {
  const asked = askedPrefixes(registrations.get(circuit.id), watchedPrefixesOf(circuit));
  return asked.map(({ prefix }) => prefix);
}
