import { AzureFault, type OperationLook } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { lookOf } from '../operation-look.ts';
import { isAbsent } from '../read-raw.ts';

/** How an operation stands. */
export async function follow(arm: ArmClient, url: string): Promise<OperationLook> {
  try {
    return lookOf(await arm.ask({ method: 'GET', url }));
  } catch (fault) {
    if (isAbsent(fault)) return { kind: 'forgotten' };
    return { kind: 'failed', failure: endOf(fault) };
  }
}

/** An operation of the Location form ends with the error itself; every other fault says nothing about the operation. */
function endOf(fault: unknown) {
  const ends = ['refused', 'changed', 'locked'];
  if (fault instanceof AzureFault && fault.failure && ends.includes(fault.kind)) return fault.failure;
  throw fault;
}
