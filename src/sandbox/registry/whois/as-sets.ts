import { prefixText } from '../world/prefix.ts';
import type { Selection } from './selection.ts';

/** The number in `AS64496`, any casing; undefined: it is none. */
export function asNumber(text: string): number | undefined {
  const [, digits] = /^AS(\d{1,10})$/iu.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) > 4_294_967_295 ? undefined : Number(digits);
}

/** Distinct prefixes of one family, or of both, that these AS numbers originate. */
export function originated(
  selection: Selection,
  origins: readonly number[],
  family?: 4 | 6,
): readonly string[] {
  const found = selection
    .routes()
    .filter(({ origin, prefix }) => origins.includes(origin) && (family ?? prefix.family) === prefix.family);
  return [...new Set(found.map(({ prefix }) => prefixText(prefix)))];
}

/** The members of a set as they stand in it, from the preferred source that has the set; undefined: none has. */
export function membersOf(selection: Selection, name: string): readonly string[] | undefined {
  return selection.asSets().find((set) => set.name.toUpperCase() === name.trim().toUpperCase())?.members;
}

/** The AS numbers in a set and in the sets that it names. Sets may name one another in a circle. */
export function everyMember(selection: Selection, name: string): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next.toUpperCase())) continue;
    seen.add(next.toUpperCase());
    for (const member of membersOf(selection, next) ?? []) {
      if (asNumber(member) === undefined) open.push(member);
      else found.add(member);
    }
  }
  return [...found];
}
