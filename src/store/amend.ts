import { isEqual } from '../domain/equality.ts';

/** The map itself when nothing changes. What is both removed and put is there afterwards; a replaced value keeps its place. */
export function amendMap<K, V>(
  before: ReadonlyMap<K, V>,
  keyOf: (value: V) => K,
  put: readonly V[] = [],
  remove: readonly K[] = [],
): ReadonlyMap<K, V> {
  const wanted = new Map(put.map((value) => [keyOf(value), value]));
  const gone = remove.filter((key) => before.has(key) && !wanted.has(key));
  const news = [...wanted].filter(([key, value]) => !isEqual(before.get(key), value));
  if (gone.length + news.length === 0) return before;
  const after = new Map(before);
  for (const key of gone) after.delete(key);
  for (const [key, value] of news) after.set(key, value);
  return after;
}

/** Adds what is not there yet, in the order of time; of more than `cap` the oldest go. */
export function appendHistory<V>(
  before: readonly V[],
  added: readonly V[] | undefined,
  history: {
    readonly keyOf: (value: V) => string;
    readonly timeOf: (value: V) => number;
    readonly cap: number;
  },
): readonly V[] {
  if (!added || added.length === 0) return before;
  const { keyOf, timeOf, cap } = history;
  const keys = new Set(before.map(keyOf));
  const news = added.filter((value) => !keys.has(keyOf(value)) && keys.add(keyOf(value)));
  if (news.length === 0) return before;
  return [...before, ...news].sort((a, b) => timeOf(a) - timeOf(b)).slice(-cap);
}

/** Adds to the end; of more than `cap` the oldest go. */
export function appendKeys(
  before: ReadonlySet<string>,
  added: readonly string[],
  cap: number,
): ReadonlySet<string> {
  const news = added.filter((key) => !before.has(key));
  return news.length === 0 ? before : new Set([...before, ...new Set(news)].slice(-cap));
}
