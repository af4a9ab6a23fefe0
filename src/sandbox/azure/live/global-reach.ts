import type { Estate } from '../estate.ts';
import { type Circuit, circuitId } from '../model/circuit.ts';
import type { GlobalReach } from '../model/global-reach.ts';
import type { Peering } from '../model/peering.ts';

type Side = 'globalReach' | 'reachedBy';
const otherSide: Record<Side, Side> = { globalReach: 'reachedBy', reachedBy: 'globalReach' };

/** The circuits at the far end forget the Global Reach that `after` has no more. `after` may be without peerings. */
export function unpeer(estate: Estate, before: Circuit, after: Pick<Circuit, 'peerings'>): void {
  for (const side of ['globalReach', 'reachedBy'] as const) {
    const kept = reaches(after, side);
    const gone = reaches(before, side).filter((reach) => !kept.some((other) => isSame(reach, other)));
    for (const { name, peerId } of gone) {
      const far = estate.circuits().find((circuit) => isBelow(peerId, circuitId(circuit)));
      const isThis = (reach: GlobalReach) => reach.name === name && isBelow(reach.peerId, circuitId(before));
      if (far) estate.updateCircuit(far, (circuit) => without(circuit, otherSide[side], isThis));
    }
  }
}

/** A Global Reach that was made on this circuit; names are the same in any casing. */
export function findGlobalReach(circuit: Circuit, name: string): GlobalReach | undefined {
  return reaches(circuit, 'globalReach').find((reach) => reach.name.toLowerCase() === name.toLowerCase());
}

export function removeGlobalReach(estate: Estate, circuit: Circuit, gone: GlobalReach): void {
  const before = estate.circuit(circuit) ?? circuit;
  const after = estate.updateCircuit(circuit, (old) =>
    without(old, 'globalReach', (one) => isSame(one, gone)),
  );
  unpeer(estate, before, after ?? { peerings: [] });
}

function without(circuit: Circuit, side: Side, isGone: (reach: GlobalReach) => boolean): Circuit {
  const peerings = circuit.peerings.map((peering): Peering => {
    const { [side]: all = [], ...rest } = peering;
    const left = all.filter((reach) => !isGone(reach));
    return left.length > 0 ? { ...rest, [side]: left } : rest;
  });
  return { ...circuit, peerings };
}

function reaches({ peerings }: Pick<Circuit, 'peerings'>, side: Side): readonly GlobalReach[] {
  return peerings.flatMap((peering) => peering[side] ?? []);
}

function isSame(one: GlobalReach, other: GlobalReach): boolean {
  return one.name === other.name && one.peerId.toLowerCase() === other.peerId.toLowerCase();
}

/** Whether a peering's id is below a circuit's. */
function isBelow(id: string, circuit: string): boolean {
  return id.toLowerCase().startsWith(`${circuit.toLowerCase()}/`);
}
