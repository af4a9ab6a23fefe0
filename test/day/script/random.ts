/** The same day for the same seed. */
export interface Random {
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** So many different ones. */
  some<T>(list: readonly T[], count: number): readonly T[];
}

/** A linear congruential generator (Numerical Recipes): plenty for a script. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  function pick<T>(list: readonly T[]): T {
    const [one] = list.slice(between(0, list.length - 1));
    if (one === undefined) throw new Error('there is nothing to pick from');
    return one;
  }
  return {
    between,
    pick,
    some(list, count) {
      const left = [...list];
      const size = Math.min(count, left.length);
      return Array.from({ length: size }, () => left.splice(between(0, left.length - 1), 1)).flat();
    },
  };
}
