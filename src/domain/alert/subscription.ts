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
import type { Incident } from './incident.ts';
import { isWorse, type Severity, severities } from './severity.ts';
import { type BlindSpot, kindsOf } from './subject.ts';

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
  | { readonly code: 'severity-unknown'; readonly value: string; readonly didYouMean?: string }
  | { readonly code: 'filter-passing'; readonly key: string };

/**
 * Reads `location:London kind:provider-state severity:warning`; `kind:` may hold several, separated by commas, in any
 * order. Of several severities the last counts.
 */
export function parseWish(words: readonly Word[]): Result<Wish, WishRefusal> {
  const kinds = parseKinds(wordsOf(words, 'kind'));
  if (!kinds.ok) return kinds;
  const atLeast = parseAtLeast(wordsOf(words, 'severity'));
  if (!atLeast.ok) return atLeast;
  const filter = parseFilter(words.filter(({ key }) => !isOwnKey(key)));
  if (!filter.ok) return filter;
  const passing = filter.value.find(({ key }) => !isLasting(key));
  if (passing) return refuse({ code: 'filter-passing', key: passing.key });
  return answer({ filter: filter.value, kinds: kinds.value, ...atLeast.value });
}

function isOwnKey(key: string | undefined): boolean {
  return ['kind', 'severity'].includes(key?.toLowerCase() ?? '');
}

function wordsOf(words: readonly Word[], key: 'kind' | 'severity'): readonly string[] {
  return words.filter((word) => word.key?.toLowerCase() === key).map(({ value }) => value);
}

function parseKinds(values: readonly string[]): Result<Wish['kinds'], WishRefusal> {
  const chosen = new Set<ChangeKind>();
  for (const value of values.flatMap((list) => list.split(','))) {
    const kind = changeKinds.find((known) => known === value.trim().toLowerCase());
    if (!kind) return refuse({ code: 'kind-unknown', value, didYouMean: closest(value, changeKinds) });
    chosen.add(kind);
  }
  return answer(changeKinds.filter((kind) => chosen.has(kind)));
}

function parseAtLeast(values: readonly string[]): Result<Pick<Wish, 'atLeast'>, WishRefusal> {
  let wish: Pick<Wish, 'atLeast'> = {};
  for (const value of values) {
    const atLeast = severities.find((known) => known === value.trim().toLowerCase());
    if (!atLeast) return refuse({ code: 'severity-unknown', value, didYouMean: closest(value, severities) });
    wish = { atLeast };
  }
  return answer(wish);
}

/** The wish as a person would type it; empty: everything. */
export function renderWish({ filter, kinds, atLeast }: Wish): string {
  return [
    renderFilter(filter),
    ...(kinds.length > 0 ? [`kind:${kinds.join(',')}`] : []),
    ...(atLeast ? [`severity:${atLeast}`] : []),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** `severity`: of the change, or of the incident that it is a step of. */
export function wants({ filter, kinds, atLeast }: Wish, change: Change, severity: Severity): boolean {
  return (
    (kinds.length === 0 || kinds.includes(change.difference.kind)) &&
    isEnough(severity, atLeast) &&
    matchesRef(filter, change.circuit)
  );
}

export function wantsIncident(wish: Wish, { subject, circuit, severity }: Incident): boolean {
  if (!isEnough(severity, wish.atLeast)) return false;
  if (subject.kind === 'blind') return concerns(wish.filter, subject);
  const isKind = wish.kinds.length === 0 || kindsOf(subject).some((kind) => wish.kinds.includes(kind));
  return isKind && circuit !== undefined && matchesRef(wish.filter, circuit);
}

function isEnough(severity: Severity, atLeast: Severity = 'info'): boolean {
  return !isWorse(atLeast, severity);
}

const spotsOfSubscriptions: readonly BlindSpot[] = ['subscription', 'metrics'];

/** Blindness is everybody's, whatever they listen for; only who names another Azure subscription is spared. */
function concerns(filter: CircuitFilter, { spot, scope }: { spot: BlindSpot; scope: string }): boolean {
  if (!spotsOfSubscriptions.includes(spot)) return true;
  return filter.every(
    ({ key, value }) => key !== 'subscription' || scope.startsWith(value.toLowerCase().trim()),
  );
}
