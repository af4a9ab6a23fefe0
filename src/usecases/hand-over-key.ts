import { addressOf } from '../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Caller } from './caller.ts';
import { AzureFault } from './ports.ts';
import { StoreFault } from './store.ts';
import { type KeyDeps, viewServiceKey } from './view-service-key.ts';

/** The service key for a text to the provider, or why it is not in it. Secret. */
export type HandOverKey =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-ready' }
  /** Azure did not tell it, or that it is seen could not be written down. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Nobody has asked to see the key by itself: where it may not be seen, that is no refused attempt. */
export async function handOverKey(deps: KeyDeps, caller: Caller, known: KnownCircuit): Promise<HandOverKey> {
  const may = await deps.gatekeeper.check(caller.userId, 'key', addressOf(known.circuit));
  if (!may.ok) return { kind: 'not-allowed' };
  try {
    const seen = await viewServiceKey(deps, caller, known);
    return seen.ok ? { kind: 'key', key: seen.value } : { kind: 'not-ready' };
  } catch (fault) {
    if (fault instanceof AzureFault) return { kind: 'unreadable', reason: fault.message };
    if (fault instanceof StoreFault)
      return { kind: 'unreadable', reason: 'it could not be written down that you see it' };
    throw fault;
  }
}
