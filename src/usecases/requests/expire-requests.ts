import { decide } from '../../domain/approval/decide.ts';
import type { Now } from '../ports.ts';
import { StoreConflict } from '../store.ts';
import { type MoveDeps, moveRequest } from './move-request.ts';

/** Ends the requests that nobody decided, or that could not be carried out, within their time. */
export async function expireRequests(deps: MoveDeps & { readonly now: Now }): Promise<void> {
  for (const request of await deps.store.requests()) {
    const at = deps.now();
    const decided = decide({ kind: 'expire' }, request, at);
    if (!decided.ok || decided.value.length === 0) continue;
    await moveRequest(deps, request, decided.value, at).catch(unlessMoved);
  }
}

/** Somebody was faster; the next look sees what became of it. */
function unlessMoved(fault: unknown): void {
  if (!(fault instanceof StoreConflict)) throw fault;
}
