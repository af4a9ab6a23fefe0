import { StoreConflict } from '../usecases/store.ts';

type Revised = { readonly id: string; readonly revision: number };

/** Each must build on the one that is there, or nothing of its transaction happens. Throws StoreConflict. */
export function amendRevised<T extends Revised>(
  before: ReadonlyMap<string, T>,
  what: string,
  put: readonly T[],
): ReadonlyMap<string, T> {
  if (put.length === 0) return before;
  const after = new Map(before);
  for (const one of put) {
    const known = after.get(one.id)?.revision ?? 0;
    if (one.revision !== known + 1) throw movedOn(what, one, known);
    after.set(one.id, one);
  }
  return after;
}

/** Of those that are over, the ones that ended first go first. */
export function withoutOldest<T extends Revised>(
  all: ReadonlyMap<string, T>,
  endOf: (one: T) => number | undefined,
  cap: number,
): ReadonlyMap<string, T> {
  const over = [...all.values()].flatMap((one) => {
    const at = endOf(one);
    return at === undefined ? [] : [{ id: one.id, at }];
  });
  if (over.length <= cap) return all;
  const gone = new Set(
    over
      .sort((a, b) => a.at - b.at)
      .slice(0, over.length - cap)
      .map(({ id }) => id),
  );
  return new Map([...all].filter(([id]) => !gone.has(id)));
}

function movedOn(what: string, { id, revision }: Revised, known: number): StoreConflict {
  const there = known === 0 ? 'is not there' : `is at revision ${known}`;
  return new StoreConflict(`${what} ${id} ${there}, so revision ${revision} does not follow.`);
}
