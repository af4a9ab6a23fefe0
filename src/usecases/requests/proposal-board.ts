import type { Instant } from '../../domain/instant.ts';
import type { Intent } from '../../domain/operation/intent.ts';
import type { Now } from '../ports.ts';
import type { Proposal } from './request-desk.ts';

/** What somebody was shown and has not confirmed yet. */
export type Pending = {
  readonly proposal: Proposal;
  readonly userId: string;
  readonly askedIn: string | undefined;
};

/** Keeps proposals in memory: for whom they were made alone, for an hour. They may hold a secret that was typed. */
export interface ProposalBoard {
  put(pending: Pending): void;
  find(id: string, userId: string): Pending | undefined;
  has(id: string): boolean;
  /** What it is about, whomever it was made for. */
  intentOf(id: string): Intent | undefined;
  remove(id: string): void;
}

const keptMs = 3_600_000;
const limit = 500;

export function createProposalBoard(now: Now): ProposalBoard {
  const kept = new Map<string, { readonly pending: Pending; readonly at: Instant }>();

  function sweep(): void {
    for (const [id, { at }] of kept) if (now() - at >= keptMs) kept.delete(id);
    const surplus = [...kept.keys()].slice(0, Math.max(0, kept.size - limit));
    for (const id of surplus) kept.delete(id);
  }

  return {
    put(pending) {
      kept.set(pending.proposal.id, { pending, at: now() });
      sweep();
    },
    find(id, userId) {
      sweep();
      const pending = kept.get(id)?.pending;
      return pending?.userId === userId ? pending : undefined;
    },
    has: (id) => kept.has(id),
    intentOf: (id) => kept.get(id)?.pending.proposal.intent,
    remove: (id) => void kept.delete(id),
  };
}
