import { z } from 'zod';
import { provisioningStates } from '../../domain/circuit/states.ts';
import { links } from '../../domain/peering/link.ts';
import { addressFamilies, peeringStates, peeringTypes } from '../../domain/peering/peering.ts';
import { prefixesStates, prefixStates } from '../../domain/peering/prefix-states.ts';
import { open } from './open.ts';

export const PeeringType = open(peeringTypes);
export const PeeringState = open(peeringStates);
export const PrefixesState = open(prefixesStates);
export const PrefixState = open(prefixStates);
export const AddressFamily = z.enum(addressFamilies);
export const Link = z.enum(links);

const PublicPrefixes = z.object({
  advertised: z.array(z.string()).readonly(),
  state: PrefixesState,
  customerAsn: z.number().optional(),
  routingRegistry: z.string().optional(),
  each: z.array(z.object({ prefix: z.string(), state: PrefixState.optional() })).readonly(),
});

const PeeringFamily = z.object({
  primarySubnet: z.string().optional(),
  secondarySubnet: z.string().optional(),
  publicPrefixes: PublicPrefixes.optional(),
  routeFilter: z.string().optional(),
});

export const Peering = z.object({
  name: z.string(),
  type: PeeringType,
  state: PeeringState,
  provisioningState: open(provisioningStates),
  vlanId: z.number().optional(),
  peerAsn: z.number().optional(),
  azureAsn: z.number().optional(),
  lastModifiedBy: z.string().optional(),
  ipv4: PeeringFamily.optional(),
  ipv6: PeeringFamily.optional(),
});
