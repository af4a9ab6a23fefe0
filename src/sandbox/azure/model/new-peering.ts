import type { Peering, PeeringKind, PrefixConfig } from './peering.ts';

type Wanted = Pick<
  Peering,
  'peerASN' | 'vlanId' | 'primaryPeerAddressPrefix' | 'secondaryPeerAddressPrefix'
> &
  Partial<Peering>;

/** The autonomous system of every Microsoft edge router. */
export const microsoftAsn = 12076;

/** A peering that is configured on both of Azure's routers. `site` is the peering location. */
export function newPeering(kind: PeeringKind, site: string, wanted: Wanted): Peering {
  return {
    kind,
    provisioningState: 'Succeeded',
    state: 'Enabled',
    azureASN: microsoftAsn,
    ...azurePorts(site),
    gatewayManagerEtag: '',
    lastModifiedBy: 'Customer',
    ...wanted,
  };
}

export function azurePorts(site: string): { primaryAzurePort: string; secondaryAzurePort: string } {
  const code = site
    .replaceAll(/[^a-z0-9]/gi, '')
    .slice(0, 3)
    .toUpperCase();
  return { primaryAzurePort: `${code}-06GMR-CIS-1-PRI-A`, secondaryAzurePort: `${code}-06GMR-CIS-2-SEC-A` };
}

/** Prefixes in one common state, for one address family. */
export function prefixConfig(customerASN: number, state: string, prefixes: readonly string[]): PrefixConfig {
  return {
    prefixes: prefixes.map((prefix) => ({ prefix, signature: '', validationState: state })),
    advertisedPublicPrefixesState: state,
    customerASN,
    legacyMode: 0,
    routingRegistryName: 'RIPENCC',
  };
}
