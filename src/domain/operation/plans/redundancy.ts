import type { Circuit } from '../../circuit/circuit.ts';
import type { Connectivity } from '../../circuit/connectivity.ts';
import { nameOf } from '../../open-enum.ts';
import { expectedSessions } from '../../peering/expected-sessions.ts';
import type { Link } from '../../peering/link.ts';
import {
  type AddressFamily,
  addressFamilies,
  type Peering,
  type PeeringType,
} from '../../peering/peering.ts';
import { peeringName } from '../../peering/peering-name.ts';
import { isRetired } from '../../peering/reading.ts';
import { isSamePlace } from '../../peering/session-place.ts';
import type { Fact } from '../plan.ts';
import { refOf } from './target.ts';
import type { TargetRef } from './target-ref.ts';

export type RedundancyRefusal =
  /** Nothing is routed over the circuit: a test would tell nothing. */
  | { readonly code: 'no-peering-enabled'; readonly on: TargetRef }
  /** One link is all there is: taking it away would stop the traffic. */
  | {
      readonly code: 'link-not-redundant';
      readonly on: TargetRef;
      readonly peering: PeeringType;
      readonly family: AddressFamily;
      readonly missing: Link;
    }
  /** The other link is configured, and its BGP session is down. */
  | {
      readonly code: 'other-link-down';
      readonly on: TargetRef;
      readonly peering: PeeringType;
      readonly family: AddressFamily;
      readonly down: Link;
    }
  | {
      readonly code: 'peering-unsettled';
      readonly on: TargetRef;
      readonly peering: PeeringType;
      readonly provisioningState: string;
    };

/**
 * Whether each peering that carries traffic is configured on both links. Azure's record of a circuit does not tell
 * whether BGP runs: this is what it does tell.
 */
export function redundancyRefusal(circuit: Circuit): RedundancyRefusal | undefined {
  const on = refOf(circuit);
  const peerings = enabledPeerings(circuit);
  if (peerings.length === 0) return { code: 'no-peering-enabled', on };
  for (const peering of peerings) {
    const refusal = unsettledRefusal(on, peering) ?? oneLinkRefusal(on, peering);
    if (refusal) return refusal;
  }
  return undefined;
}

function enabledPeerings({ peerings }: Circuit): readonly Peering[] {
  return peerings.filter((peering) => !isRetired(peering) && nameOf(peering.state) === 'Enabled');
}

function unsettledRefusal(on: TargetRef, { type, ...peering }: Peering): RedundancyRefusal | undefined {
  const provisioningState = nameOf(peering.provisioningState);
  if (provisioningState === 'Succeeded') return undefined;
  return { code: 'peering-unsettled', on, peering: type, provisioningState };
}

/** A family with neither subnet is not configured; one with a single subnet runs over a single link. */
function oneLinkRefusal(on: TargetRef, peering: Peering): RedundancyRefusal | undefined {
  for (const family of addressFamilies) {
    const { primarySubnet, secondarySubnet } = peering[family] ?? {};
    if ((primarySubnet === undefined) === (secondarySubnet === undefined)) continue;
    const missing = primarySubnet === undefined ? 'primary' : 'secondary';
    return { code: 'link-not-redundant', on, peering: peering.type, family, missing };
  }
  return undefined;
}

/**
 * Whether BGP runs on the other link of each peering while one is taken away, as far as looks at sessions have told: what
 * nobody knows is no reason to refuse.
 */
export function redundancyFromSessions(
  circuit: Circuit,
  connectivity: Connectivity | undefined,
  taken: Link,
): RedundancyRefusal | undefined {
  const others = expectedSessions(circuit).filter(({ link }) => link !== taken);
  const lost = others.find((place) =>
    connectivity?.sessions.some((session) => session.state === 'down' && isSamePlace(session, place)),
  );
  if (!lost) return undefined;
  const { peering, family, link: down } = lost;
  return { code: 'other-link-down', on: refOf(circuit), peering, family, down };
}

export function redundancyFact(circuit: Circuit): Fact {
  const names = enabledPeerings(circuit).map(({ type }) => peeringName(type));
  return { name: 'Configured on both links', value: names.join(', ') };
}
