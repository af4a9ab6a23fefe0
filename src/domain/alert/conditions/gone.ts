import type { Circuit } from '../../circuit/circuit.ts';
import { isSame, nameOf } from '../../open-enum.ts';
import type { PeeringType } from '../../peering/peering.ts';
import type { GoneReason } from '../condition.ts';
import type { Subject } from '../subject.ts';

/** Why there is no such thing any more on a circuit that is still there. */
export function goneReason(circuit: Circuit, subject: Subject): GoneReason {
  const type = peeringOf(subject);
  if (!type) return 'not-expected';
  const peering = circuit.peerings.find((one) => isSame(one.type, type));
  if (!peering) return 'peering-removed';
  if (!('peering' in subject)) return 'not-expected';
  const isOff = nameOf(peering.state) !== 'Enabled' && subject.kind !== 'validation';
  return isOff ? 'peering-disabled' : 'not-expected';
}

function peeringOf(subject: Subject): PeeringType | undefined {
  if ('peering' in subject) return subject.peering;
  return subject.kind === 'registry' || subject.kind === 'certificate' ? 'MicrosoftPeering' : undefined;
}
