import { answer, type Result, refuse } from '../result.ts';
import { closest } from '../text/closest.ts';
import { quoteWord, type Word } from '../text/words.ts';
import type { CircuitRef } from './changes.ts';
import type { Circuit } from './circuit.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { needsAttention } from './next-step.ts';
import { stateLabels } from './state-labels.ts';
import { circuitRef } from './survey.ts';

/** What `list` and `subscribe` can narrow by. All given terms must hold; a value matches without regard to casing. */
export const filterKeys = [
  'state',
  'provider',
  'location',
  'subscription',
  'tag',
  'circuit',
  'needs',
] as const;
export type FilterKey = (typeof filterKeys)[number];

export type FilterTerm = { readonly key: FilterKey; readonly value: string };
export type CircuitFilter = readonly FilterTerm[];

export type FilterRefusal =
  | { readonly code: 'filter-key-unknown'; readonly key: string; readonly didYouMean?: string }
  | { readonly code: 'filter-value-missing'; readonly key: string }
  | {
      readonly code: 'filter-value-unknown';
      readonly key: string;
      readonly value: string;
      readonly allowed: readonly string[];
    }
  | { readonly code: 'filter-too-long'; readonly length: number; readonly limit: number };

/** Longest filter as it is written out, in characters: it is carried in buttons and filled into an input. */
export const filterLimit = 900;

/** Reads words as `provider:Equinix tag:env=prod`; a bare word is part of a circuit's name or `group/name`. */
export function parseFilter(words: readonly Word[]): Result<CircuitFilter, FilterRefusal> {
  const terms: FilterTerm[] = [];
  for (const word of words) {
    const term = parseTerm(word);
    if (!term.ok) return term;
    terms.push(term.value);
  }
  const { length } = renderFilter(terms);
  if (length > filterLimit) return refuse({ code: 'filter-too-long', length, limit: filterLimit });
  return answer(terms);
}

function parseTerm({ key: rawKey = 'circuit', value }: Word): Result<FilterTerm, FilterRefusal> {
  const key = filterKeys.find((known) => known === rawKey.toLowerCase());
  if (!key)
    return refuse({ code: 'filter-key-unknown', key: rawKey, didYouMean: closest(rawKey, filterKeys) });
  if (value === '') return refuse({ code: 'filter-value-missing', key });
  if (key === 'needs' && value.toLowerCase() !== 'attention') {
    return refuse({ code: 'filter-value-unknown', key, value, allowed: ['attention'] });
  }
  return answer({ key, value });
}

/** The filter as a person would type it. Law: `parseFilter(parseWords(renderFilter(f)))` is `f`. */
export function renderFilter(filter: CircuitFilter): string {
  return filter.map(({ key, value }) => `${key}:${quoteWord(value)}`).join(' ');
}

export function matchesFilter(filter: CircuitFilter, known: KnownCircuit): boolean {
  return filter.every((term) => matchesTerm(term, known));
}

/** For what outlives its circuit: a change. States are not asked, they have moved on. */
export function matchesRef(filter: CircuitFilter, ref: CircuitRef): boolean {
  return filter.every((term) => isLasting(term.key) === false || matchesRefTerm(term, ref));
}

/** Terms that a subscription may hold: they do not depend on a passing state. */
export function isLasting(key: FilterKey): boolean {
  return key !== 'state' && key !== 'needs';
}

function matchesTerm(term: FilterTerm, known: KnownCircuit): boolean {
  if (term.key === 'needs') return needsAttention(known);
  if (term.key === 'state') return stateLabels(known).some((label) => label === fold(term.value));
  return matchesRefTerm(term, circuitRef(known.circuit));
}

function matchesRefTerm({ key, value }: FilterTerm, ref: CircuitRef): boolean {
  const wanted = fold(value);
  switch (key) {
    case 'provider':
      return fold(ref.provider).includes(wanted);
    case 'location':
      return fold(ref.peeringLocation).includes(wanted);
    case 'subscription':
      return fold(ref.subscriptionId).startsWith(wanted);
    case 'circuit':
      return fold(`${ref.resourceGroup}/${ref.name}`).includes(wanted);
    case 'tag':
      return hasTag(ref.tags, value);
    case 'state':
    case 'needs':
      return true;
  }
}

/** `tag:env` asks for the tag, `tag:env=prod` for its value too. Tag names have no casing in Azure, values do not here. */
function hasTag(tags: Circuit['tags'], wanted: string): boolean {
  const [name = '', ...rest] = wanted.split('=');
  const value = rest.join('=');
  return Object.entries(tags).some(
    ([tag, content]) => fold(tag) === fold(name) && (rest.length === 0 || fold(content) === fold(value)),
  );
}

function fold(text: string): string {
  return text.toLowerCase().trim();
}
