import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { FailoverTest } from '../../domain/operation/circuit-sight.ts';
import { AzureFault, type Sent, type StepStand } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import { listFailoverTests } from '../read/failover-tests.ts';
import { circuitUrl } from '../resource-url.ts';
import { isSameText } from '../same-text.ts';
import type { FailoverTestAct } from './act.ts';
import { toSent } from './to-sent.ts';

/** Starts or stops a circuit link failover test. A test that runs is not started again. */
export async function sendFailoverTest(
  arm: ArmClient,
  target: CircuitAddress,
  step: FailoverTestAct,
  wait: Wait,
): Promise<Sent> {
  const isDone = async () => (await standOfFailoverTest(arm, target, step, wait)).kind === 'done';
  const post = async () => toSent(await arm.ask(questionFor(target, step)));
  if (step.kind === 'start-failover-test') return (await isDone()) ? { kind: 'done' } : post();
  try {
    // Nothing is looked at before: redundancy must come back even where Azure cannot list its tests.
    return await post();
  } catch (fault) {
    if (fault instanceof AzureFault && fault.kind === 'refused' && (await isDone())) return { kind: 'done' };
    throw fault;
  }
}

function questionFor(target: CircuitAddress, { kind, link, category }: FailoverTestAct) {
  const circuitTestCategory = category;
  if (kind === 'start-failover-test') {
    const query = { linkType: link, circuitTestCategory };
    return { method: 'POST', url: circuitUrl(target, ['startCircuitLinkFailoverTest'], query) } as const;
  }
  // What a person attests when they stop a test in the portal; Trunkline has not looked, and does not claim it.
  const body = { circuitTestCategory, linkType: link, wasSimulationSuccessful: false, isVerified: false };
  return { method: 'POST', url: circuitUrl(target, ['stopCircuitLinkFailoverTest']), body } as const;
}

/** The list holds tests of the past as well: only one that is under way counts. */
export async function standOfFailoverTest(
  arm: ArmClient,
  target: CircuitAddress,
  step: FailoverTestAct,
  wait: Wait,
): Promise<StepStand> {
  const tests = (await listFailoverTests(arm, target, wait)) ?? [];
  const states = tests.filter((test) => isTestOf(test, step)).map(({ status }) => status.toLowerCase());
  const isAny = (...wanted: readonly string[]) => states.some((state) => wanted.includes(state));
  if (step.kind === 'start-failover-test') {
    if (isAny('running')) return { kind: 'done' };
    return { kind: isAny('starting') ? 'under-way' : 'undone' };
  }
  if (isAny('stopping')) return { kind: 'under-way' };
  return { kind: isAny('starting', 'running', 'stopfailed') ? 'undone' : 'done' };
}

function isTestOf(test: FailoverTest, { link, category }: FailoverTestAct): boolean {
  return isSameText(test.link, link) && isSameText(test.category, category);
}
