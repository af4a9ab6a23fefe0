import type {
  AuthorizeIntent,
  DeleteIntent,
  DeprovisionIntent,
  FailoverIntent,
  LinkIntent,
  ResizeIntent,
  SetPeeringIntent,
} from '../../src/domain/operation/intent.ts';
import { aTarget } from './plan-inputs.ts';

/** Typed by a person; nothing that people or other programs see may hold it. */
export const typedKey = 'typedMd5Key0123456789';

export function aResizeIntent(overrides: Partial<ResizeIntent> = {}): ResizeIntent {
  return { operation: 'resize', target: aTarget(), bandwidthMbps: 1_000, ...overrides };
}

export function aDeleteIntent(overrides: Partial<DeleteIntent> = {}): DeleteIntent {
  return { operation: 'delete', target: aTarget(), ...overrides };
}

export function aDeprovisionIntent(overrides: Partial<DeprovisionIntent> = {}): DeprovisionIntent {
  return { operation: 'deprovision', target: aTarget(), thenDelete: true, ...overrides };
}

export function aFailoverIntent(overrides: Partial<FailoverIntent> = {}): FailoverIntent {
  return {
    operation: 'failover',
    target: aTarget(),
    link: 'Primary',
    category: 'BgpDisconnect',
    minutes: 10,
    ...overrides,
  };
}

export function aLinkIntent(overrides: Partial<LinkIntent> = {}): LinkIntent {
  return {
    operation: 'link',
    deed: 'connect',
    target: aTarget(),
    gatewayId:
      '/subscriptions/s/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworkGateways/gw-hub',
    connectionName: 'conn-hub',
    routingWeight: 0,
    fastPath: false,
    ...overrides,
  };
}

export function anAuthorizeIntent(overrides: Partial<AuthorizeIntent> = {}): AuthorizeIntent {
  return {
    operation: 'link',
    deed: 'authorize',
    target: aTarget(),
    authorizationName: 'auth-1',
    ...overrides,
  };
}

/** Azure private peering with an MD5 key. */
export function aPeeringIntent(overrides: Partial<SetPeeringIntent> = {}): SetPeeringIntent {
  return {
    operation: 'peering',
    deed: 'set',
    target: aTarget(),
    peering: 'AzurePrivatePeering',
    settings: {
      vlanId: 200,
      peerAsn: 65_010,
      sharedKey: typedKey,
      ipv4: { primarySubnet: '192.168.15.16/30', secondarySubnet: '192.168.15.20/30' },
    },
    overrideLayer3: false,
    edgeConfirmed: false,
    ...overrides,
  };
}
