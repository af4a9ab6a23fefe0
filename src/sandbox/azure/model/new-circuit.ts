import { guidOf } from '../guid.ts';
import { type Circuit, type CircuitRef, circuitKey, type ProviderDelivery } from './circuit.ts';

type Wanted = CircuitRef & Pick<Circuit, 'location' | 'delivery' | 'sku'> & Partial<Circuit>;

/** A circuit with what Azure itself gives it: service key, numbers, states of a finished create. */
export function newCircuit(wanted: Wanted): Circuit {
  return {
    revision: 1,
    provisioningState: 'Succeeded',
    serviceKey: guidOf('service-key', circuitKey(wanted)),
    issued: true,
    gatewayManagerEtag: '',
    stag: 0,
    allowClassicOperations: false,
    globalReachEnabled: false,
    peerings: [],
    authorizations: [],
    ...wanted,
  };
}

export function throughProvider(
  serviceProviderName: string,
  peeringLocation: string,
  bandwidthMbps: number,
  provisioningState: string,
): ProviderDelivery {
  return { kind: 'provider', serviceProviderName, peeringLocation, bandwidthMbps, provisioningState };
}
