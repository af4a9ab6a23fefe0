import { type Circuit, circuitId, circuitKey } from '../model/circuit.ts';
import { armError, notFound, resourceNotFound } from '../wire/error.ts';
import { etagOf } from '../wire/etag.ts';
import type { ArmContext, ArmDeps } from './arm-env.ts';
import { staleRefusal } from './precondition.ts';

export const circuitPath =
  '/subscriptions/:s/resourcegroups/:g/providers/microsoft.network/expressroutecircuits/:c';

/** Answers from the circuit that the path names, or with one of the two 404s that Azure has for it. */
export function withCircuit(
  context: ArmContext,
  deps: ArmDeps,
  answer: (circuit: Circuit) => Response | Promise<Response>,
): Response | Promise<Response> {
  const { subscription: subscriptionId, group: resourceGroup, circuit: name } = context.var.names;
  const ref = { subscriptionId, resourceGroup, name };
  const circuit = deps.estate.circuit(ref);
  if (circuit) return answer(circuit);
  // Just after a deletion the gateway still knows the name, and the resource provider says that it is gone.
  if (deps.estate.wasRemoved(ref, deps.clock.now())) return notFound(circuitId(ref));
  return resourceNotFound('Microsoft.Network/expressRouteCircuits', name, resourceGroup);
}

/**
 * As `withCircuit`, for a change: refused while another operation holds the circuit, and when it is no longer as the
 * caller saw it. Parts of a circuit carry its etag, so whatever changes one part makes what was seen of all stale.
 */
export function withUnlockedCircuit(
  context: ArmContext,
  deps: ArmDeps,
  answer: (circuit: Circuit) => Response | Promise<Response>,
): Response | Promise<Response> {
  return withCircuit(
    context,
    deps,
    (circuit) =>
      lockRefusal(deps, circuit) ??
      staleRefusal(context, etagOf(circuitKey(circuit), circuit.revision)) ??
      answer(circuit),
  );
}

/** 429 with this code is a lock, not a quota. */
function lockRefusal({ operations, settings }: ArmDeps, circuit: Circuit): Response | undefined {
  const running = operations.running(circuitKey(circuit));
  if (!running) return undefined;
  const seconds = settings.retryAfterSeconds;
  const message =
    `Operation ${running.work.name} (${running.id}) is updating resource ${circuitId(circuit)}. ` +
    `The call can be retried in ${seconds} seconds.`;
  return armError(
    429,
    { code: 'RetryableErrorDueToAnotherOperation', message, details: [] },
    { 'retry-after': String(seconds) },
  );
}
