import { type ProvisioningState, parseProvisioningState } from '../domain/circuit/states.ts';
import { AzureFault } from '../usecases/ports.ts';
import type { ArmClient } from './arm-client.ts';
import { parseRaw, type Raw, textAt } from './raw.ts';

/** A resource, asked for now. Undefined: there is none. Throws AzureFault. */
export async function readRaw(arm: ArmClient, url: string): Promise<Raw | undefined> {
  try {
    const { text } = await arm.ask({ method: 'GET', url });
    return parseRaw(text);
  } catch (fault) {
    if (isAbsent(fault)) return undefined;
    throw fault;
  }
}

/** A subscription that is not found may be one that we are not shown: it proves nothing about what is in it. */
export function isAbsent(fault: unknown): boolean {
  return (
    fault instanceof AzureFault &&
    fault.kind === 'not-found' &&
    fault.failure?.code !== 'SubscriptionNotFound'
  );
}

export function stateOf(raw: Raw): ProvisioningState {
  return parseProvisioningState(textAt(raw, 'properties', 'provisioningState'));
}
