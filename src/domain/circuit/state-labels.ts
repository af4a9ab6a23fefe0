import { nameOf } from '../open-enum.ts';
import { prefixListsOf } from '../peering/reading.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { situationOf } from './situation.ts';

/** Everything that `state:` may ask for, in lower case: Azure's names, and the situation where they do not tell. */
export function stateLabels(known: KnownCircuit): readonly string[] {
  const { circuit } = known;
  const { service } = circuit;
  return [
    situationOf(known),
    nameOf(circuit.status),
    nameOf(circuit.provisioningState),
    ...(service.kind === 'provider' ? [nameOf(service.providerState)] : []),
    ...circuit.peerings.flatMap(prefixListsOf).map(({ list }) => nameOf(list.state)),
  ].map((label) => label.toLowerCase());
}
