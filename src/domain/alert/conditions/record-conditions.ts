import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { isRetired, prefixListsOf } from '../../peering/reading.ts';
import type { Condition } from '../condition.ts';
import type { Subject } from '../subject.ts';
import { type Judged, toConditions } from './judged.ts';
import { provisioningVerdict } from './provisioning.ts';
import { statusVerdict } from './status.ts';
import { validationVerdict } from './validation.ts';

/**
 * What ARM's record of a circuit tells by itself. `open`: the subjects of unresolved incidents; those of this circuit that
 * no longer apply are gone.
 */
export function recordConditions(known: KnownCircuit, open: readonly Subject[]): readonly Condition[] {
  const { circuit } = known;
  const circuitId = circuit.id;
  const judged: readonly Judged[] = [
    { subject: { kind: 'provisioning', circuitId }, verdict: provisioningVerdict(circuit) },
    { subject: { kind: 'status', circuitId }, verdict: statusVerdict(known) },
    ...validationOf(known),
  ];
  return toConditions(known, judged, open, ['provisioning', 'status', 'validation']);
}

function validationOf({ circuit }: KnownCircuit): readonly Judged[] {
  return circuit.peerings
    .filter((peering) => !isRetired(peering))
    .flatMap((peering) =>
      prefixListsOf(peering).map(({ family, list }) => ({
        subject: { kind: 'validation', circuitId: circuit.id, peering: peering.type, family },
        verdict: validationVerdict(list),
      })),
    );
}
