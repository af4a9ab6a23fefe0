import type {
  FamilySettings,
  PeeringSettings,
  RemovePeeringIntent,
  SetPeeringIntent,
} from '../../src/domain/operation/intent.ts';
import { aTarget } from './plan-inputs.ts';

/** Subnets that nothing else uses. */
export const freeSubnets = {
  primarySubnet: '192.168.15.16/30',
  secondarySubnet: '192.168.15.20/30',
} as const satisfies FamilySettings;

/** An Azure private peering that breaks no rule. */
export function aPrivateIntent(
  settings: Partial<PeeringSettings> = {},
  more: Partial<SetPeeringIntent> = {},
): SetPeeringIntent {
  return {
    operation: 'peering',
    deed: 'set',
    target: aTarget(),
    peering: 'AzurePrivatePeering',
    settings: { vlanId: 100, peerAsn: 65_010, ipv4: freeSubnets, ...settings },
    overrideLayer3: false,
    edgeConfirmed: false,
    ...more,
  };
}

export const publicFamily = {
  primarySubnet: '198.51.100.0/30',
  secondarySubnet: '198.51.100.4/30',
  advertisedPrefixes: ['203.0.113.0/24'],
  customerAsn: 64_510,
  routingRegistry: 'RIPENCC',
} as const satisfies FamilySettings;

/** A Microsoft peering that breaks no rule; it asks for what `aMicrosoftPeering()` is. */
export function aMicrosoftIntent(
  settings: Partial<PeeringSettings> = {},
  more: Partial<SetPeeringIntent> = {},
): SetPeeringIntent {
  return aPrivateIntent(
    { vlanId: 300, peerAsn: 64_510, ipv4: publicFamily, ...settings },
    { peering: 'MicrosoftPeering', edgeConfirmed: true, ...more },
  );
}

export function aRemoval(peering: string, more: Partial<RemovePeeringIntent> = {}): RemovePeeringIntent {
  return {
    operation: 'peering',
    deed: 'remove',
    target: aTarget(),
    peering,
    overrideLayer3: false,
    ...more,
  };
}
