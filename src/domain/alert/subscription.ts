import { type Change, type ChangeKind, changeKinds } from '../circuit/changes.ts';
import {
  type CircuitFilter,
  type FilterRefusal,
  isLasting,
  matchesRef,
  parseFilter,
  renderFilter,
} from '../circuit/filter.ts';
import type { Instant } from '../instant.ts';
import { answer, type Result, refuse } from '../result.ts';
import { closest } from '../text/closest.ts';
import type { Word } from '../text/words.ts';
import type { Severity } from './severity.ts';

/** A channel's wish to be told. It belongs to the channel's id, so renaming the channel loses nothing. */
export type Subscription = {
  readonly id: string;
  readonly channelId: string;
  /** Who asked for it, and is told when the channel can no longer be reached. */
  readonly ownerId: string;
  readonly createdAt: Instant;
  readonly wish: Wish;
};

/** No kinds: every kind. `atLeast` absent: every severity. */
export type Wish = {
  readonly filter: CircuitFilter;
  readonly kinds: readonly ChangeKind[];
  readonly atLeast?: Severity;
};

export type WishRefusal =
  | FilterRefusal
  | { readonly code: 'kind-unknown'; readonly value: string; readonly didYouMean?: string }
  | { readonly code: 'filter-passing'; readonly key: string };

/** Reads `location:London kind:provider-state`; `kind:` may hold several, separated by commas, in any order. */
export function parseWish(words: readonly Word[]): Result<Wish, WishRefusal> {
  const chosen = new Set<ChangeKind>();
  for (const value of words.filter(isKind).flatMap((word) => word.value.split(','))) {
    const kind = changeKinds.find((known) => known === value.trim().toLowerCase());
    if (!kind) return refuse({ code: 'kind-unknown', value, didYouMean: closest(value, changeKinds) });
    chosen.add(kind);
  }
  const filter = parseFilter(words.filter((word) => !isKind(word)));
  if (!filter.ok) return filter;
  const passing = filter.value.find(({ key }) => !isLasting(key));
  if (passing) return refuse({ code: 'filter-passing', key: passing.key });
  return answer({ filter: filter.value, kinds: changeKinds.filter((kind) => chosen.has(kind)) });
}

function isKind(word: Word): boolean {
  return word.key?.toLowerCase() === 'kind';
}

/** The wish as a person would type it; empty: everything. */
export function renderWish({ filter, kinds }: Wish): string {
  return [renderFilter(filter), ...(kinds.length > 0 ? [`kind:${kinds.join(',')}`] : [])]
    .filter((part) => part !== '')
    .join(' ');
}

export function wants({ filter, kinds }: Wish, change: Change): boolean {
  return (kinds.length === 0 || kinds.includes(change.difference.kind)) && matchesRef(filter, change.circuit);
}
