import type { Phase } from '../../domain/approval/request.ts';
import type { ExecutingRequest } from '../../domain/approval/step-phase.ts';
import type { Circuit } from '../../domain/circuit/circuit.ts';
import { type Again, finishStep, type RunDeps, take } from './run-deps.ts';

/** Looks whether the provider is done: in memory first, and then at Azure itself. */
export async function awaitProvider(deps: RunDeps, request: ExecutingRequest): Promise<Again> {
  const { target } = request.intent;
  const again = deps.now() + deps.pollIntervalMs;
  const known = await deps.store.circuit(target.id);
  if (known && !isDeprovisioned(known.circuit)) return again;
  const sight = await deps.azure.readCircuit(target);
  // A circuit that somebody deleted meanwhile is as deprovisioned as can be.
  return !sight || isDeprovisioned(sight.circuit) ? finishStep(deps, request) : again;
}

function isDeprovisioned({ service }: Circuit): boolean {
  return service.kind === 'provider' && service.providerState === 'NotProvisioned';
}

export async function holdOn(
  deps: RunDeps,
  request: ExecutingRequest,
  { since, until }: Extract<Phase, { kind: 'holding' }>,
): Promise<Again> {
  const now = deps.now();
  if (now >= until) return finishStep(deps, request);
  if (now < since) await take(deps, request, { kind: 'hold-anew' });
  return undefined;
}
