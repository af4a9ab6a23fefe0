import fc from 'fast-check';
import type { Json } from './wire.ts';

const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^x[a-zA-Z]{0,6}$/u) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '', 'a/b', 'ünïcode') },
);
const stranger = fc.tuple(name, fc.jsonValue({ maxDepth: 1 }));

/** These documents, with properties that nobody knows in any of their objects. */
export function withStrangers(documents: readonly Json[]): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.constantFrom(...documents), fc.infiniteStream(fc.array(stranger, { maxLength: 1 })))
    .map(([document, strangers]) => JSON.parse(JSON.stringify(strewn(document, strangers))));
}

type Strangers = Iterator<readonly (readonly [string, unknown])[]>;

function strewn(value: unknown, strangers: Strangers): unknown {
  if (Array.isArray(value)) return value.map((item) => strewn(item, strangers));
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).map(([key, item]) => [key, strewn(item, strangers)] as const);
  const others: readonly (readonly [string, unknown])[] = strangers.next().value ?? [];
  return Object.fromEntries([...others, ...known]);
}
