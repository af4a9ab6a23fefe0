import type { Instant } from '../domain/instant.ts';
import type { AzureFault, AzureFaultKind } from './ports.ts';

/** Why a subscription cannot be read, since when, and until when Azure asked to be left alone. */
export type Trouble = {
  readonly kind: AzureFaultKind;
  readonly message: string;
  readonly since: Instant;
  /** How many polls in a row gave nothing: those that did not ask because Azure said to wait, too. */
  readonly polls: number;
  readonly notBefore: Instant;
};

/** How old the knowledge of one Azure subscription is. */
export type Freshness = {
  readonly subscriptionId: string;
  /** The last complete read; undefined: never. */
  readonly lastReadAt: Instant | undefined;
  readonly trouble: Trouble | undefined;
  /** Circuits that were listed and could not be understood: what is known of them may be old. */
  readonly unreadable: number;
};

/** Remembers, outside of the store because every poll changes it, when each subscription was last read well. */
export interface FreshnessBoard {
  all(): readonly Freshness[];
  of(subscriptionId: string): Freshness;
  noteRead(subscriptionId: string, at: Instant, unreadable: number): void;
  noteFault(subscriptionId: string, fault: AzureFault, at: Instant): void;
  /** A poll left it alone, as Azure had asked. */
  noteLeftAlone(subscriptionId: string): void;
}

export function createFreshnessBoard(subscriptionIds: readonly string[]): FreshnessBoard {
  const board = new Map<string, Freshness>();
  const of = (subscriptionId: string): Freshness =>
    board.get(subscriptionId) ?? { subscriptionId, lastReadAt: undefined, trouble: undefined, unreadable: 0 };
  return {
    all: () => subscriptionIds.map(of),
    of,
    noteRead(subscriptionId, at, unreadable) {
      board.set(subscriptionId, { subscriptionId, lastReadAt: at, trouble: undefined, unreadable });
    },
    noteFault(subscriptionId, fault, at) {
      const before = of(subscriptionId);
      board.set(subscriptionId, {
        ...before,
        trouble: troubleAfter(before.trouble, fault, at),
      });
    },
    noteLeftAlone(subscriptionId) {
      const before = of(subscriptionId);
      if (!before.trouble) return;
      const { polls } = before.trouble;
      board.set(subscriptionId, { ...before, trouble: { ...before.trouble, polls: polls + 1 } });
    },
  };
}

/** The trouble after one more look that failed. */
export function troubleAfter(
  before: Pick<Trouble, 'since' | 'polls'> | undefined,
  { kind, message, retryAfterMs = 0 }: AzureFault,
  at: Instant,
): Trouble {
  return {
    kind,
    message,
    since: before?.since ?? at,
    polls: (before?.polls ?? 0) + 1,
    notBefore: at + retryAfterMs,
  };
}
