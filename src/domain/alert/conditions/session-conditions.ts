import type { Connectivity } from '../../circuit/connectivity.ts';
import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { nameOf } from '../../open-enum.ts';
import { type ExpectedSession, expectedSessions, isServing } from '../../peering/expected-sessions.ts';
import { addressFamilies, type PeeringType } from '../../peering/peering.ts';
import type { Condition } from '../condition.ts';
import type { Subject } from '../subject.ts';
import { connectivityVerdict } from './connectivity.ts';
import { type Judged, toConditions } from './judged.ts';
import { countVerdict } from './prefix-count.ts';
import { vnetLinkVerdict } from './vnet-link.ts';

/**
 * What looks at sessions and connections tell. `open`: the subjects of unresolved incidents; those of this circuit that no
 * longer apply are gone.
 */
export function sessionConditions(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  open: readonly Subject[],
): readonly Condition[] {
  const expected = Map.groupBy(expectedSessions(known.circuit), ({ peering }) => nameOf(peering));
  const judged = [
    ...known.circuit.peerings.flatMap(({ type }) =>
      sessionsOf(known, connectivity, type, expected.get(nameOf(type)) ?? []),
    ),
    ...linksOf(known, connectivity, open),
  ];
  return toConditions(known, judged, open, ['connectivity', 'prefix-limit', 'prefix-drop', 'vnet-link']);
}

function sessionsOf(
  known: KnownCircuit,
  connectivity: Connectivity | undefined,
  peering: PeeringType,
  expected: readonly ExpectedSession[],
): readonly Judged[] {
  const circuitId = known.circuit.id;
  const counts = addressFamilies.flatMap((family) => {
    const ofFamily = expected.filter((place) => place.family === family);
    return (['prefix-limit', 'prefix-drop'] as const).map((kind) => ({
      subject: { kind, circuitId, peering, family },
      verdict: countVerdict(connectivity, kind, ofFamily),
    }));
  });
  return [
    {
      subject: { kind: 'connectivity', circuitId, peering },
      verdict: connectivityVerdict(known, connectivity, peering, expected),
    },
    ...counts,
  ];
}

/** Where nobody has looked yet, the connections that there were are not gone. */
function linksOf(
  { circuit }: KnownCircuit,
  connectivity: Connectivity | undefined,
  open: readonly Subject[],
): readonly Judged[] {
  if (!isServing(circuit)) return [];
  if (!connectivity)
    return open
      .filter((subject) => subject.kind === 'vnet-link' && subject.circuitId === circuit.id)
      .map((subject) => ({ subject, verdict: { kind: 'unknown' } }));
  return connectivity.connections.map((connection) => {
    const { resourceGroup, name } = connection;
    return {
      subject: { kind: 'vnet-link', circuitId: circuit.id, resourceGroup, connection: name },
      verdict: vnetLinkVerdict(connection),
    };
  });
}
