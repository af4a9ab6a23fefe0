import { answer, type Result, refuse } from '../result.ts';

type Tags = Readonly<Record<string, string>>;

/** What Azure takes. Source: Azure's tag limitations (tag-resources.md). */
export const tagLimits = { count: 50, nameLength: 512, valueLength: 256 } as const;
const forbidden = /[<>%&\\?/]/u;

export type TagRefusal =
  /** A line that is no `name=value`. */
  | { readonly code: 'tag-malformed'; readonly line: string }
  | { readonly code: 'tag-name-forbidden'; readonly name: string }
  | { readonly code: 'tag-name-long'; readonly name: string; readonly limit: number }
  | { readonly code: 'tag-value-long'; readonly name: string; readonly limit: number }
  | { readonly code: 'tag-twice'; readonly name: string }
  | { readonly code: 'tags-too-many'; readonly count: number; readonly limit: number };

/** Reads one `name=value` a line; empty lines are passed over, the value may hold further `=`. */
export function parseTags(text: string): Result<Tags, TagRefusal> {
  const pairs: (readonly [name: string, value: string])[] = [];
  for (const line of text.split(/\r?\n/u).map((one) => one.trim())) {
    if (line === '') continue;
    const at = line.indexOf('=');
    if (at < 1) return refuse({ code: 'tag-malformed', line });
    pairs.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  }
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => isSame(name, other)) !== index);
  if (twice) return refuse({ code: 'tag-twice', name: twice[0] });
  const refusal = tagRefusalOf(Object.fromEntries(pairs));
  return refusal ? refuse(refusal) : answer(Object.fromEntries(pairs));
}

/** The first thing that Azure would not take. */
export function tagRefusalOf(tags: Tags): TagRefusal | undefined {
  const { count: limit, nameLength, valueLength } = tagLimits;
  const entries = Object.entries(tags);
  if (entries.length > limit) return { code: 'tags-too-many', count: entries.length, limit };
  for (const [name, value] of entries) {
    if (!isTagName(name)) return { code: 'tag-name-forbidden', name };
    if (name.length > nameLength) return { code: 'tag-name-long', name, limit: nameLength };
    if (value.length > valueLength) return { code: 'tag-value-long', name, limit: valueLength };
  }
  return undefined;
}

/** `__proto__` is no name that JSON keeps everywhere. */
function isTagName(name: string): boolean {
  return name !== '' && name !== '__proto__' && !forbidden.test(name);
}

/** Azure compares names of tags without regard to case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
