import type { Circuit } from '../../circuit/circuit.ts';
import type { ProvisioningState } from '../../circuit/states.ts';
import { isBusy } from '../../circuit/states.ts';
import { nameOf } from '../../open-enum.ts';
import { isRetired } from '../../peering/reading.ts';
import type { Verdict } from '../condition.ts';

/**
 * The last write, of the circuit and of each peering. What Failed is well again only when Azure says Succeeded. A peering
 * that is stuck in a write does not hide that something else has failed.
 */
export function provisioningVerdict({ provisioningState, peerings }: Circuit): Verdict {
  if (isBusy(provisioningState)) return { kind: 'unknown' };
  const parts = [
    { name: 'circuit', provisioningState },
    ...peerings.filter((peering) => !isRetired(peering)),
  ];
  const failed = parts.filter((part) => isState(part.provisioningState, 'Failed'));
  if (failed.length > 0) {
    const trouble = { kind: 'provisioning', parts: failed.map(({ name }) => name) } as const;
    return { kind: 'bad', severity: 'warning', trouble };
  }
  return { kind: parts.every((part) => isState(part.provisioningState, 'Succeeded')) ? 'good' : 'unknown' };
}

function isState(state: ProvisioningState, name: string): boolean {
  return nameOf(state) === name;
}
