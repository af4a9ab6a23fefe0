/** Which circuits the world panel shows: with hundreds of them, a few at a time. */
import type { Circuit, Link } from '../data/wire.ts';

export const shownAtOnce = 30;

export type CircuitFilter = { readonly typed: string; readonly state: string };

/** Every typed word is found somewhere in what the circuit is and where it stands. */
export function matchingCircuits(
  circuits: readonly Circuit[],
  { typed, state }: CircuitFilter,
): readonly Circuit[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return circuits.filter((circuit) => {
    if (state !== '' && providerState(circuit) !== state) return false;
    const { name, resourceGroup, provider, peeringLocation, location, provisioningState } = circuit;
    const whole = [
      name,
      resourceGroup,
      provider,
      peeringLocation,
      location,
      provisioningState,
      providerState(circuit),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

/** ExpressRoute Direct has no provider, and so no provider state. */
export const providerState = ({ serviceProviderProvisioningState: state }: Circuit): string =>
  state ?? 'Direct';

/** Circuits in two resource groups may be called alike. */
export function isLinkOf(link: Link, { name, resourceGroup }: Circuit): boolean {
  return link.circuit === name && (link.resourceGroup ?? resourceGroup) === resourceGroup;
}

/** The provider states that occur, each with how often. */
export function providerStates(
  circuits: readonly Circuit[],
): readonly (readonly [state: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const circuit of circuits)
    counts.set(providerState(circuit), (counts.get(providerState(circuit)) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a.localeCompare(b));
}

/** A name that means one circuit: with its resource group where two are called alike. */
export function circuitKey(circuit: Circuit, all: readonly Circuit[]): string {
  const alone = all.filter(({ name }) => name.toLowerCase() === circuit.name.toLowerCase()).length === 1;
  return alone ? circuit.name : `${circuit.resourceGroup}/${circuit.name}`;
}
