import type { Now } from '../ports.ts';
import type { Preflight } from './preflight-circuit.ts';

/** Pre-flights that somebody reads: another page, or the evidence of a prefix, asks no registry again. */
export interface PreflightBoard {
  /** Returns its id. */
  put(preflight: Preflight, userId: string): string;
  /** Undefined: it is too old, the bot has been restarted since, or it was somebody else's. */
  find(id: string, userId: string): Preflight | undefined;
}

const keptMs = 1_800_000;
/** Each can hold hundreds of prefixes with all that was told of them. */
const limit = 30;

export function createPreflightBoard(now: Now, newId: () => string): PreflightBoard {
  const kept = new Map<string, { readonly preflight: Preflight; readonly userId: string }>();

  function sweep(): void {
    for (const [id, { preflight }] of kept) if (now() - preflight.at >= keptMs) kept.delete(id);
    for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - limit))) kept.delete(id);
  }

  return {
    put(preflight, userId) {
      const id = newId();
      kept.set(id, { preflight, userId });
      sweep();
      return id;
    },
    find(id, userId) {
      sweep();
      const entry = kept.get(id);
      return entry?.userId === userId ? entry.preflight : undefined;
    },
  };
}
