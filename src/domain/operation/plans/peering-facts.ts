import { type RoutingOwner, routingOwnerOf } from '../../circuit/routing-owner.ts';
import { networkAround } from '../../peering/addresses.ts';
import { isRoutingByProvider, othersThan } from '../../peering/ground.ts';
import { addressFamilies, type Peering } from '../../peering/peering.ts';
import { familyName, peeringName } from '../../peering/peering-name.ts';
import { usableAddresses } from '../../peering/subnets.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { FamilySettings, PeeringSettings } from '../intent.ts';
import type { Fact, PlanInputs } from '../plan.ts';
import { stateFacts } from './target.ts';

const owners: Readonly<Record<RoutingOwner, string>> = {
  you: 'yours',
  provider: 'the provider’s (layer 3)',
  unknown: 'layer 2 or 3, Azure does not tell',
};

/** What a change of routing rests on. */
export function peeringFacts({ circuit }: CircuitSight, type: string, inputs: PlanInputs): readonly Fact[] {
  const owner = isRoutingByProvider({ circuit, order: inputs.order }) ? 'provider' : routingOwnerOf(circuit);
  return [
    ...stateFacts(circuit),
    { name: 'Routing', value: owners[owner] },
    { name: 'Other peerings', value: othersThan(circuit, type).map(peeringWithVlan).join(', ') || 'none' },
    { name: 'Linked networks', value: String(inputs.connections.length) },
  ];
}

function peeringWithVlan({ type, vlanId }: Peering): string {
  return `${peeringName(type)} (VLAN ${vlanId ?? 'not told'})`;
}

/** Which addresses the routers of each link get: what the person at the other end has to type. */
export function linkFacts(settings: PeeringSettings): readonly Fact[] {
  return addressFamilies.flatMap((family) => {
    const subnets = settings[family];
    return subnets ? linksOf(familyName(family), subnets) : [];
  });
}

/** Whether a fact only follows from the subnets: it tells the person at the other end what to type, and decides nothing. */
export function isLinkFact({ name }: Fact): boolean {
  return /^IPv[46] (?:primary|secondary) link$/u.test(name);
}

function linksOf(family: string, { primarySubnet, secondarySubnet }: FamilySettings): readonly Fact[] {
  return [
    { name: `${family} primary link`, value: routers(primarySubnet) },
    { name: `${family} secondary link`, value: routers(secondarySubnet) },
  ];
}

function routers(subnet: string): string {
  const network = networkAround(subnet);
  if (!network) return subnet;
  const { yours, microsofts } = usableAddresses(network);
  return `your router ${yours}, Microsoft ${microsofts}`;
}
