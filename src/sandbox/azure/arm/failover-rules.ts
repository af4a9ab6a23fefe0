import type { Circuit } from '../model/circuit.ts';
import { isOpen } from '../model/failover-test.ts';
import { type ArmErrorBody, armError } from '../wire/error.ts';
import type { ArmContext, ArmDeps } from './arm-env.ts';

/** The operations came with this api-version. */
const since = '2025-07-01';

/** Why a test may not start: nobody is to lose the last link. Microsoft asks for redundancy; no source has the words. */
export function startRefusal({ links, failoverTests }: ArmDeps, circuit: Circuit): ArmErrorBody | undefined {
  const { name, delivery } = circuit;
  if (failoverTests.of(circuit).some(isOpen))
    return refused(`A failover test is in progress on circuit ${name}.`);
  if (delivery.kind === 'provider' && delivery.provisioningState !== 'Provisioned')
    return refused(`Circuit ${name} is not provisioned.`);
  const states = links.of(circuit);
  if (states.length === 0) return refused(`Circuit ${name} has no peering.`);
  const down = states.find(({ up }) => !up);
  return (
    down && refused(`The ${down.link} link of ${down.peering} is down: circuit ${name} has no redundancy.`)
  );
}

/** 404 for a subscription to which Azure does not offer the tests, and below the api-version that brought them. */
export function notOffered(context: ArmContext, { settings }: ArmDeps): Response | undefined {
  const { apiVersion, names } = context.var;
  const offered = !settings.withoutFailoverTests.includes(names.subscription.toLowerCase());
  if (offered && apiVersion >= since) return undefined;
  const message = `The resource type could not be found in the namespace 'Microsoft.Network' for api version '${apiVersion}'.`;
  return armError(404, { code: 'InvalidResourceType', message });
}

export function refused(message: string): ArmErrorBody {
  return { code: 'FailoverTestNotAllowed', message, details: [] };
}
