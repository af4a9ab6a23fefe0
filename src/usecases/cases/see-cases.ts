import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { factsOf, reasonToOpen } from '../../domain/validation/case/facts.ts';
import { shouldOpen } from '../../domain/validation/case/open-case.ts';
import { readCaseFacts } from '../../domain/validation/case/read-facts.ts';
import { isSessionUp } from '../../domain/validation/case/session-up.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { moveLatest } from './move-case.ts';
import { beginCase, placeOf } from './open-case.ts';

/** After a look at circuits and sessions: what it means for the cases there are, and for those there should be. */
export async function seeCases(deps: CaseDeskDeps & { readonly opensByItself: boolean }): Promise<void> {
  const circuits = await deps.store.circuits();
  const known = new Map(circuits.map((one) => [one.circuit.id, one.circuit]));
  const connectivity = await deps.store.connectivity();
  const at = deps.now();
  for (const { id, circuit } of await deps.store.cases()) {
    const seen = known.get(circuit.id);
    const facts = seen && factsOf(seen);
    const isUp = facts && isSessionUp(facts, connectivity.get(circuit.id));
    await moveLatest(deps, id, (it) => readCaseFacts(it, { facts, isSessionUp: isUp }, at), at);
  }
  if (deps.opensByItself) await openDue(deps, circuits);
}

async function openDue(deps: CaseDeskDeps, circuits: readonly KnownCircuit[]): Promise<void> {
  const cases = await deps.store.cases({ all: true });
  let place: Promise<string | undefined> | undefined;
  for (const { circuit } of circuits) {
    const why = reasonToOpen(circuit);
    const facts = why && factsOf(circuit);
    if (!why || !facts) continue;
    const ofCircuit = cases.filter((one) => one.circuit.id === circuit.id);
    if (!shouldOpen(facts, ofCircuit)) continue;
    place ??= placeFor(deps);
    const channelId = await place;
    if (channelId === undefined) return;
    await beginCase(deps, { circuit: addressOf(circuit), facts, why, channelId });
  }
}

/** Without an approvals channel, the one that subscribed first. */
async function placeFor(deps: CaseDeskDeps): Promise<string | undefined> {
  const subscribed = (await deps.store.subscriptions()).map(({ channelId }) => channelId);
  return placeOf(deps, [deps.approvalsChannel, ...new Set(subscribed)]);
}
