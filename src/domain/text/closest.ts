/** The nearest of `known` to a mistyped word, or undefined when none is near enough to be meant. */
export function closest(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(typed, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (!best || typed === '') return undefined;
  const allowed = Math.max(1, Math.floor(Math.max(best.candidate.length, typed.length) / 3));
  if (best.distance <= allowed) return best.candidate;
  return typed.length >= 3 ? known.find((candidate) => candidate.toLowerCase().startsWith(typed)) : undefined;
}

/** Levenshtein distance with neighbouring letters swapped counted once (`lsit` is one slip away from `list`). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
