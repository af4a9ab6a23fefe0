import { isSame, nameOf } from '../open-enum.ts';
import { diffPeerings } from '../peering/diff.ts';
import type { Difference } from './changes.ts';
import type { Circuit } from './circuit.ts';

/** The differences between two settled sights of one circuit, most important first. A thing with itself: none. */
export function diffCircuit(before: Circuit, after: Circuit): readonly Difference[] {
  return [
    ...diffProviderState(before, after),
    ...diffStatus(before, after),
    ...diffProvisioning(before, after),
    ...diffPeerings(before.peerings, after.peerings),
    ...diffBandwidth(before, after),
    ...diffSku(before, after),
  ];
}

function diffProviderState({ service: was }: Circuit, { service: is }: Circuit): readonly Difference[] {
  if (was.kind !== 'provider' || is.kind !== 'provider' || isSame(was.providerState, is.providerState))
    return [];
  return [{ kind: 'provider-state', before: was.providerState, after: is.providerState }];
}

function diffStatus(before: Circuit, after: Circuit): readonly Difference[] {
  if (isSame(before.status, after.status)) return [];
  return [{ kind: 'status', before: before.status, after: after.status }];
}

/** Failed stays failed while Azure tries again: only Succeeded is a recovery. */
function diffProvisioning(before: Circuit, after: Circuit): readonly Difference[] {
  const failed = nameOf(after.provisioningState) === 'Failed';
  if (failed && !isFailed(before)) return [{ kind: 'provisioning-failed' }];
  if (isFailed(before) && nameOf(after.provisioningState) === 'Succeeded') {
    return [{ kind: 'provisioning-recovered' }];
  }
  return [];
}

function isFailed(circuit: Circuit): boolean {
  return nameOf(circuit.provisioningState) === 'Failed';
}

function diffBandwidth(before: Circuit, after: Circuit): readonly Difference[] {
  const [beforeMbps, afterMbps] = [before.service.bandwidthMbps, after.service.bandwidthMbps];
  return beforeMbps === afterMbps ? [] : [{ kind: 'bandwidth', beforeMbps, afterMbps }];
}

function diffSku({ sku: before }: Circuit, { sku: after }: Circuit): readonly Difference[] {
  if (before.tier === after.tier && before.family === after.family) return [];
  return [{ kind: 'sku', before, after }];
}
