import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Circuit, DirectDelivery, ProviderDelivery } from '../model/circuit.ts';
import { type Peering, peeringKindOf } from '../model/peering.ts';
import { peeringProperties, updatingPeering } from './peering-body.ts';
import { unknownIn } from './unknown-properties.ts';

const inlinePeering = z.object({ name: z.string(), properties: peeringProperties });
const inlineAuthorization = z.object({ name: z.string() });

const properties = z.looseObject({
  serviceProviderProperties: z
    .object({
      serviceProviderName: z.string(),
      peeringLocation: z.string(),
      bandwidthInMbps: z.number().int().positive(),
    })
    .nullish(),
  expressRoutePort: z.object({ id: z.string() }).nullish(),
  bandwidthInGbps: z.number().positive().nullish(),
  allowClassicOperations: z.boolean().default(false),
  globalReachEnabled: z.boolean().default(false),
  peerings: z.array(inlinePeering).default([]),
  authorizations: z.array(inlineAuthorization).default([]),
});

/** A whole circuit as a caller sends it. Keys, stags and states are Azure's own: what a body says of them is ignored. */
export const circuitBody = z.object({
  location: z.string().optional(),
  tags: z.record(z.string(), z.string()).optional(),
  sku: z.object({ name: z.string().optional(), tier: z.string(), family: z.string() }),
  properties,
});
export type CircuitBody = z.infer<typeof circuitBody>;

const known = new Set([
  ...Object.keys(properties.shape),
  'provisioningState',
  'resourceGuid',
  'circuitProvisioningState',
  'gatewayManagerEtag',
  'serviceKey',
  'serviceProviderProvisioningState',
  'allowGlobalReach',
  'stag',
  'authorizationKey',
]);

export function unknownInCircuit({ properties: wanted }: CircuitBody) {
  return unknownIn(wanted, known);
}

/** Undefined when the body names neither a provider nor a port. */
export function wantedDelivery(
  { properties }: CircuitBody,
  before?: Circuit,
): ProviderDelivery | DirectDelivery | undefined {
  const { serviceProviderProperties: provider, expressRoutePort, bandwidthInGbps } = properties;
  if (expressRoutePort)
    return { kind: 'direct', portId: expressRoutePort.id, bandwidthGbps: bandwidthInGbps ?? 1 };
  if (!provider) return undefined;
  const { provisioningState = 'NotProvisioned', unseenState } =
    before?.delivery.kind === 'provider' ? before.delivery : {};
  return {
    kind: 'provider',
    serviceProviderName: provider.serviceProviderName,
    peeringLocation: provider.peeringLocation,
    bandwidthMbps: provider.bandwidthInMbps,
    provisioningState,
    ...(unseenState !== undefined && { unseenState }),
  };
}

/** A PUT replaces: peerings that the body leaves out are gone. */
export function wantedPeerings({ properties }: CircuitBody, before?: Circuit): readonly Peering[] {
  return properties.peerings.flatMap(({ name, properties: wanted }) => {
    const kind = peeringKindOf(name);
    const old = before?.peerings.find((peering) => peering.kind === kind);
    return kind ? [keptOrUpdating(updatingPeering(kind, wanted, old), old)] : [];
  });
}

/** A peering that comes back as it was read stays untouched: nobody has modified it. */
function keptOrUpdating(updating: Peering, old: Peering | undefined): Peering {
  if (!old) return updating;
  const { provisioningState, lastModifiedBy } = old;
  return isDeepStrictEqual({ ...updating, provisioningState, lastModifiedBy }, old) ? old : updating;
}

/** Authorizations are only ever dropped here: a new one is made by its own PUT. */
export function keptAuthorizations({ properties }: CircuitBody, before: Circuit) {
  const named = properties.authorizations.map(({ name }) => name.toLowerCase());
  return before.authorizations.filter(({ name }) => named.includes(name.toLowerCase()));
}
