import type { Circuit } from '../circuit/circuit.ts';
import { nameOf } from '../open-enum.ts';
import { isOverlapping, networkAround } from './addresses.ts';
import { type Link, links } from './link.ts';
import { type AddressFamily, addressFamilies, type Peering } from './peering.ts';
import { isWatchable, receivedLimit } from './received-limit.ts';
import type { SessionPlace } from './session.ts';
import { usableAddresses } from './subnets.ts';

/** A session that should run, by the circuit's configuration. */
export type ExpectedSession = SessionPlace & {
  /** The peering's name within the circuit: the edge is asked for it. */
  readonly peeringName: string;
  readonly peerAsn?: number;
  /** The link's own, as configured. */
  readonly subnet: string;
  /** Prefixes above which Microsoft drops it. */
  readonly limit: number;
};

/** Whether anything is meant to run over a circuit: its provider is done, or there is none. */
export function isServing({ service }: Circuit): boolean {
  return service.kind === 'direct' || nameOf(service.providerState) === 'Provisioned';
}

/** One for each enabled peering, link and address family that has a subnet there. */
export function expectedSessions(circuit: Circuit): readonly ExpectedSession[] {
  const known = worked.get(circuit);
  if (known) return known;
  const expected = workOut(circuit);
  worked.set(circuit, expected);
  return expected;
}

/** A circuit is asked for several times a look, and is mostly the one of the look before. */
const worked = new WeakMap<Circuit, readonly ExpectedSession[]>();

function workOut(circuit: Circuit): readonly ExpectedSession[] {
  if (!isServing(circuit)) return [];
  return circuit.peerings
    .filter(isRunning)
    .flatMap((peering) =>
      links.flatMap((link) =>
        addressFamilies.flatMap((family) => sessionOf(peering, link, family, circuit.sku.tier)),
      ),
    );
}

/** Whether BGP is meant to run on a peering. */
export function isRunning({ type, state }: Peering): boolean {
  return isWatchable(type) && nameOf(state) === 'Enabled';
}

function sessionOf(
  peering: Peering,
  link: Link,
  family: AddressFamily,
  tier: string,
): readonly ExpectedSession[] {
  const { primarySubnet, secondarySubnet } = peering[family] ?? {};
  const subnet = link === 'primary' ? primarySubnet : secondarySubnet;
  if (subnet === undefined) return [];
  const { name: peeringName, type, peerAsn } = peering;
  const limit = receivedLimit(type, family, tier);
  const place = { peering: type, link, family };
  return [{ ...place, peeringName, ...(peerAsn === undefined ? {} : { peerAsn }), subnet, limit }];
}

/** Your side's address in a link's subnet; undefined where the subnet is none. */
export function yourAddress(subnet: string): string | undefined {
  const network = networkAround(subnet);
  return network && usableAddresses(network).yours;
}

/** Whether an address lies in a subnet. What is no address lies in none. */
export function isInSubnet(subnet: string, address: string): boolean {
  const network = networkAround(subnet);
  const host = networkAround(`${address}/${network?.family === 'ipv6' ? 128 : 32}`);
  return network !== undefined && host !== undefined && isOverlapping(network, host);
}
