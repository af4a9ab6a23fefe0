import type { Circuit } from '../../circuit/circuit.ts';
import { isOverlapping, networkAround } from '../../peering/addresses.ts';
import { addressFamilies, type Peering, type PeeringType } from '../../peering/peering.ts';
import { isRetired } from '../../peering/reading.ts';
import type { Gateway } from '../circuit-sight.ts';
import { addressSpaceLimit } from './gateway-limits.ts';
import type { LinkRefusal } from './link-refusal.ts';
import { refOf } from './target.ts';

/** What is wrong with a virtual network's address spaces, where they could be read. Source: expressroute-routing.md, -howto-linkvnet. */
export function spaceRefusal(circuit: Circuit, gateway: Gateway): LinkRefusal | undefined {
  const { name, addressSpaces = [] } = gateway;
  const count = addressSpaces.length;
  if (count > addressSpaceLimit)
    return { code: 'address-spaces-too-many', gateway: name, count, limit: addressSpaceLimit };
  const clash = subnetsOf(circuit.peerings)
    .flatMap((one) => addressSpaces.map((addressSpace) => ({ addressSpace, ...one })))
    .find(({ addressSpace, subnet }) => overlap(addressSpace, subnet));
  return clash && { code: 'address-space-overlaps', on: refOf(circuit), gateway: name, ...clash };
}

type Subnet = { readonly subnet: string; readonly peering: PeeringType };

function subnetsOf(peerings: readonly Peering[]): readonly Subnet[] {
  return peerings
    .filter((peering) => !isRetired(peering))
    .flatMap((peering) =>
      addressFamilies.flatMap((family) => {
        const { primarySubnet, secondarySubnet } = peering[family] ?? {};
        const subnets = [primarySubnet, secondarySubnet].flatMap((subnet) => subnet ?? []);
        return subnets.map((subnet) => ({ subnet, peering: peering.type }));
      }),
    );
}

/** What is no network in CIDR form overlaps nothing. */
function overlap(a: string, b: string): boolean {
  const [one, other] = [networkAround(a), networkAround(b)];
  return one !== undefined && other !== undefined && isOverlapping(one, other);
}
