import { z } from 'zod';
import { type Circuit, circuitKey } from '../model/circuit.ts';
import { type FailoverTest, failoverCategories, failoverLinks, isOpen } from '../model/failover-test.ts';
import { armError } from '../wire/error.ts';
import { toWireTest, toWireTestDetails } from '../wire/failover-test.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armText } from './arm-env.ts';
import { circuitPath, withCircuit, withUnlockedCircuit } from './circuit-scope.ts';
import { notOffered, refused, startRefusal } from './failover-rules.ts';
import { operationHeaders, operationUrl } from './operation-url.ts';
import { withArmBody } from './request-body.ts';

const which = z.object({ linkType: z.enum(failoverLinks), circuitTestCategory: z.enum(failoverCategories) });
const stopBody = which.extend({
  wasSimulationSuccessful: z.boolean().default(false),
  isVerified: z.boolean().default(false),
});

/** Link failover tests of a circuit: POST all of them, each an operation (arm-network, api-version 2025-07-01). */
export function addFailoverTests(app: ArmApp, deps: ArmDeps): void {
  app.post(`${circuitPath}/startcircuitlinkfailovertest`, (context) => {
    const parsed = which.safeParse(context.req.query());
    if (!parsed.success) return notOffered(context, deps) ?? badQuery();
    const start = (circuit: Circuit) => startTest(context, deps, circuit, parsed.data);
    return notOffered(context, deps) ?? withUnlockedCircuit(context, deps, start);
  });
  app.post(`${circuitPath}/stopcircuitlinkfailovertest`, (context) =>
    withArmBody(context, stopBody, (wanted) => {
      const stop = (circuit: Circuit) => stopTest(context, deps, circuit, wanted);
      return notOffered(context, deps) ?? withUnlockedCircuit(context, deps, stop);
    }),
  );
  app.post(`${circuitPath}/getcircuitlinkfailoveralltestsdetails`, (context) =>
    answer(context, deps, (tests) => {
      const { failoverTestType: type = 'All', fetchLatest } = context.req.query();
      const fitting = type === 'MultiSiteFailover' ? [] : tests;
      const shown = fetchLatest?.toLowerCase() === 'true' ? fitting.slice(-1) : fitting;
      return shown.map((test) => toWireTest(test, deps.clock.now()));
    }),
  );
  app.post(`${circuitPath}/getcircuitlinkfailoversingletestdetails`, (context) =>
    answer(context, deps, (tests) => {
      const { failoverTestId = '' } = context.req.query();
      const found = tests.filter(({ id }) => id === failoverTestId.toLowerCase());
      return found.map((test) => toWireTestDetails(test, deps.clock.now()));
    }),
  );
}

type Which = z.infer<typeof which>;

function startTest(
  context: ArmContext,
  deps: ArmDeps,
  circuit: Circuit,
  { linkType: link, circuitTestCategory: category }: Which,
): Response {
  const refusal = startRefusal(deps, circuit);
  if (refusal) return armError(400, refusal);
  const startedAt = deps.clock.now();
  const test = deps.failoverTests.add(circuit, { link, category, status: 'Starting', startedAt });
  return follow(context, deps, circuit, 'Start', () =>
    deps.failoverTests.update(circuit, test.id, { status: 'Running' }),
  );
}

function stopTest(
  context: ArmContext,
  deps: ArmDeps,
  circuit: Circuit,
  wanted: z.infer<typeof stopBody>,
): Response {
  const { linkType, circuitTestCategory, wasSimulationSuccessful: successful, isVerified: verified } = wanted;
  const test = deps.failoverTests.of(circuit).find(isOpen);
  if (!test || test.link !== linkType || test.category !== circuitTestCategory) {
    const message = `No ${circuitTestCategory} test of the ${linkType} link is in progress on circuit ${circuit.name}.`;
    return armError(400, refused(message));
  }
  deps.failoverTests.update(circuit, test.id, { status: 'Stopping' });
  return follow(context, deps, circuit, 'Stop', () => {
    const end = { status: 'Completed', endedAt: deps.clock.now(), successful, verified } as const;
    deps.failoverTests.update(circuit, test.id, end);
  });
}

/** 202 with both places to ask. The result is text, of which no more is known: it is empty here. */
function follow(
  context: ArmContext,
  deps: ArmDeps,
  circuit: Circuit,
  verb: 'Start' | 'Stop',
  end: () => void,
): Response {
  const operation = deps.operations.start({
    name: `${verb}ExpressRouteCircuitLinkFailoverTestOperation`,
    subscriptionId: circuit.subscriptionId,
    location: circuit.location,
    lock: circuitKey(circuit),
    finish() {
      deps.telemetry.during(deps.estate.circuit(circuit) ?? circuit, end);
      deps.estate.changed();
      return undefined;
    },
  });
  return armText(202, 'null', operationHeaders(context, deps, operation));
}

/** As recorded for route tables: 202 with `null` and a Location, and the answer at the first look. */
function answer(
  context: ArmContext,
  deps: ArmDeps,
  show: (tests: readonly FailoverTest[]) => readonly object[],
): Response | Promise<Response> {
  const refusal = notOffered(context, deps);
  if (refusal) return refusal;
  return withCircuit(context, deps, (circuit) => {
    const { subscriptionId, location } = circuit;
    const place = { name: 'GetExpressRouteCircuitLinkFailoverTestOperation', subscriptionId, location };
    const operation = deps.operations.answer(place, () => show(deps.failoverTests.of(circuit)));
    return armText(202, 'null', { location: operationUrl(context, deps, operation, 'operationResults') });
  });
}

function badQuery(): Response {
  const message = `linkType must be one of ${failoverLinks.join(', ')}, circuitTestCategory one of ${failoverCategories.join(', ')}.`;
  return armError(400, { code: 'InvalidQueryParameterValue', message });
}
