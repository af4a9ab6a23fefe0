/** The same numbers for the same seed (mulberry32): a storm that found something can be had again. */
export function createRandom(seed: number) {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    /** A whole number; both ends are possible. */
    between: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    chance: (likelihood: number): boolean => next() < likelihood,
    pick<T>(items: readonly T[]): T {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
  };
}

export type Random = ReturnType<typeof createRandom>;
