import { Hono } from 'hono';
import type { Faults } from '../../world/faults.ts';
import { playFaults } from '../../world/play-fault.ts';
import { addSupport } from '../support/support-routes.ts';
import { armError } from '../wire/error.ts';
import { answerHeaders } from './answer-headers.ts';
import type { ArmDeps, ArmEnv } from './arm-env.ts';
import { addEdgeReads } from './edge-reads.ts';
import { addFailoverTests } from './failover.ts';
import { addGate } from './gate.ts';
import { addGlobalReach } from './global-reach.ts';
import { addHealthEvents } from './health-events.ts';
import { addCircuitLists } from './list-circuits.ts';
import { addOperationStatus } from './operation-status.ts';
import { armPath } from './path.ts';
import { addCircuitReads } from './read-circuit.ts';
import { addConnectionReads } from './read-connection.ts';
import { addNetworkReads } from './read-network.ts';
import { addProviderReads } from './read-providers.ts';
import { addStats } from './read-stats.ts';
import { addSubscriptionReads } from './read-subscriptions.ts';
import { addResourceGraph } from './resource-graph.ts';
import { addAuthorizationWrites } from './write-authorization.ts';
import { addCircuitWrites } from './write-circuit.ts';
import { addConnectionWrites } from './write-connection.ts';
import { addPeeringWrites } from './write-peering.ts';

/** Azure Resource Manager, wherever it is mounted. */
export function createArmApp(deps: ArmDeps, faults: Faults): Hono {
  // ARM pays no regard to the casing of a path, Hono's router does: the inner app routes on the lowered path.
  const inner = new Hono<ArmEnv>({ getPath: (request) => armPath(request.url).toLowerCase() });
  inner.use(answerHeaders(deps.clock, deps.settings), armFaults(deps, faults));
  addGate(inner, deps);
  addSubscriptionReads(inner, deps);
  addCircuitLists(inner, deps);
  addCircuitReads(inner, deps);
  addCircuitWrites(inner, deps);
  addPeeringWrites(inner, deps);
  addAuthorizationWrites(inner, deps);
  addGlobalReach(inner, deps);
  addFailoverTests(inner, deps);
  addNetworkReads(inner, deps);
  addConnectionReads(inner, deps);
  addConnectionWrites(inner, deps);
  addOperationStatus(inner, deps);
  addProviderReads(inner);
  addEdgeReads(inner, deps);
  addStats(inner, deps);
  addHealthEvents(inner, deps);
  addSupport(inner, deps);
  addResourceGraph(inner, deps);
  inner.notFound((context) => {
    const message = `No registered resource provider found for '${context.req.method} ${armPath(context.req.url)}'.`;
    return armError(404, { code: 'NoRegisteredProviderFound', message });
  });

  const outer = new Hono();
  outer.all('*', (context) => inner.fetch(context.req.raw, context.env ?? {}));
  return outer;
}

function armFaults({ clock, estate }: ArmDeps, faults: Faults) {
  return playFaults({
    faults,
    clock,
    target: 'azure',
    subject: ({ req }) => `${req.method} ${armPath(req.url)}`,
    throttled: ({ retryAfter = 1 }) => {
      const message =
        `Number of 'read' requests for subscription '${estate.subscriptions[0]?.subscriptionId}' actor 'trunkline' exceeded. ` +
        `Please try again after '${retryAfter}' seconds after additional tokens are available. ` +
        'Refer to https://aka.ms/arm-throttling for additional information.';
      return armError(429, { code: 'SubscriptionRequestsThrottled', message });
    },
    failed: () => {
      const message = 'The service is temporarily unavailable. Please retry the request.';
      return armError(503, { code: 'ServiceUnavailable', message });
    },
  });
}
