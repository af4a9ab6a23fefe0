import { z } from 'zod';
import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { FailoverTest } from '../../domain/operation/circuit-sight.ts';
import { AzureFault } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { startPatience, type Wait } from '../patience.ts';
import { isAbsent } from '../read-raw.ts';
import { circuitUrl } from '../resource-url.ts';
import { resultOf } from './result-of.ts';

const TestWire = z.object({
  linkType: z.string(),
  circuitTestCategory: z.string(),
  status: z.string().catch('Unknown'),
});

/** A bare list in the SDK of 2026-01-01, `{value}` in the examples of 2025-07-01. */
const TestsWire = z.union([
  z.array(z.unknown()),
  z.object({ value: z.array(z.unknown()) }).transform(({ value }) => value),
]);

/** Somebody waits for what is read; an operation that only reads is over in seconds. */
const patienceMs = 60_000;

/** All link failover tests of a circuit, those of the past too. Undefined where Azure does not offer them. */
export async function listFailoverTests(
  arm: ArmClient,
  target: CircuitAddress,
  wait: Wait,
): Promise<readonly FailoverTest[] | undefined> {
  try {
    const url = circuitUrl(target, ['getCircuitLinkFailoverAllTestsDetails']);
    const patience = startPatience(arm, patienceMs, wait);
    return toTests(await resultOf(await patience.ask({ method: 'POST', url }), patience));
  } catch (fault) {
    if (isAbsent(fault) || isNotOffered(fault)) return undefined;
    throw fault;
  }
}

function toTests(result: unknown): readonly FailoverTest[] {
  const { success, data } = TestsWire.safeParse(result ?? []);
  if (!success) throw new AzureFault('unreadable', "Azure's list of failover tests could not be understood");
  return data.flatMap((item) => {
    const test = TestWire.safeParse(item);
    if (!test.success) return [];
    const { linkType, circuitTestCategory, status } = test.data;
    return [{ link: linkType, category: circuitTestCategory, status }];
  });
}

/** No source names the code: Azure's usual ones, and its words. */
function isNotOffered(fault: unknown): boolean {
  if (!(fault instanceof AzureFault) || fault.kind !== 'refused' || !fault.failure) return false;
  const { code, message } = fault.failure;
  return (
    /^(NoRegisteredProviderFound|InvalidResourceType|InvalidApiVersionParameter)$|NotSupported/iu.test(
      code,
    ) || /\bnot (yet )?(supported|available|offered|enabled)\b/iu.test(message)
  );
}
