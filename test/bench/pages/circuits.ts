import { bulkCircuit } from '../../../src/sandbox/azure/model/bulk-circuit.ts';
import type { Circuit } from '../../../src/sandbox/azure/model/circuit.ts';

/** A ready circuit as the sandbox makes them: two peerings, prefixes, tags; and two authorizations as real ones have. */
export function benchCircuit(subscriptionId: string, index: number): Circuit {
  const circuit = bulkCircuit(subscriptionId, index);
  const authorizations = ['branch', 'headquarters'].map((name) => ({
    name,
    provisioningState: 'Succeeded',
    key: circuit.serviceKey,
    useStatus: 'Available',
  }));
  return { ...circuit, authorizations };
}

/** Something that people are told: the bandwidth goes up or down. */
export function withNewBandwidth(circuit: Circuit): Circuit {
  const { delivery } = circuit;
  if (delivery.kind !== 'provider') return circuit;
  const bandwidthMbps = delivery.bandwidthMbps === 1_000 ? 2_000 : 1_000;
  return { ...circuit, revision: circuit.revision + 1, delivery: { ...delivery, bandwidthMbps } };
}

/** Another text that means the same: a new etag, which the peerings and authorizations repeat. */
export function withNewEtag(circuit: Circuit): Circuit {
  return { ...circuit, revision: circuit.revision + 1 };
}
