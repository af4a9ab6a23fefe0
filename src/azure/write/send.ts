import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { WriteStep } from '../../domain/operation/step.ts';
import type { Sent } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import { readAuthorizationKey } from '../read/read-authorization-key.ts';
import { isAbsent, readRaw } from '../read-raw.ts';
import { refusal } from '../refusal.ts';
import { actOf, type Delete } from './act.ts';
import { sendFailoverTest } from './failover-test.ts';
import { put } from './put.ts';
import { toSent } from './to-sent.ts';

/** Reads what the step changes, changes that and nothing else, and sends it. Throws AzureFault. */
export async function send(
  arm: ArmClient,
  target: CircuitAddress,
  step: WriteStep,
  wait: Wait,
): Promise<Sent> {
  const act = actOf(target, step, await keyFor(arm, target, step));
  switch (act.kind) {
    case 'put':
      return put(arm, act);
    case 'delete':
      return remove(arm, act);
    default:
      return sendFailoverTest(arm, target, act, wait);
  }
}

async function keyFor(arm: ArmClient, target: CircuitAddress, step: WriteStep): Promise<string | undefined> {
  if (step.kind !== 'put-connection' || !step.redeems) return undefined;
  const key = await readAuthorizationKey(arm, target, step.redeems);
  if (key) return key;
  throw refusal(
    'AuthorizationNotFound',
    `The circuit has no authorization ${step.redeems} whose key could be redeemed`,
  );
}

/** What is not there is deleted. */
async function remove(arm: ArmClient, { url, check }: Delete): Promise<Sent> {
  try {
    const before = check && (await readRaw(arm, url));
    if (before) check?.(before);
    return toSent(await arm.ask({ method: 'DELETE', url }));
  } catch (fault) {
    if (isAbsent(fault)) return { kind: 'done' };
    throw fault;
  }
}
