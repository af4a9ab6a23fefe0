import type { Circuit } from '../../circuit/circuit.ts';
import { isSame, nameOf } from '../../open-enum.ts';
import type { GoneReason } from '../condition.ts';
import type { Subject } from '../subject.ts';

/** Why there is no such thing any more on a circuit that is still there. */
export function goneReason(circuit: Circuit, subject: Subject): GoneReason {
  if (!('peering' in subject)) return 'not-expected';
  const peering = circuit.peerings.find(({ type }) => isSame(type, subject.peering));
  if (!peering) return 'peering-removed';
  const isOff = nameOf(peering.state) !== 'Enabled' && subject.kind !== 'validation';
  return isOff ? 'peering-disabled' : 'not-expected';
}
