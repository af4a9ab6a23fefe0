/** How a thing was for a while. `isSeen`: the bot surely looked then; otherwise it may have or not. */
export type Sight<S> = { readonly state: S; readonly isSeen: boolean };

/** Where an explanation stands: the last sight that the bot looked at, and how much of what was told it explains. */
type Stand = { readonly at: number; readonly told: number };

/**
 * Whether what was told of a thing follows from looks at it: each look tells the differences to the one before it, in
 * any order, and everything told belongs to a look; no sure look is left out, and the last sight is the end of it.
 * Returns what is wrong; undefined: there is such an order of looks. Of what is told only in part the beginning counts.
 */
export function explain<S>(
  sights: readonly Sight<S>[],
  told: readonly string[],
  differences: (before: S, after: S) => readonly string[],
): string | undefined {
  const last = sights.length - 1;
  if (last < 0) return told.length === 0 ? undefined : `told ${told.join(' | ')} of what never was`;
  const seen = new Set<string>();
  const open: Stand[] = [{ at: 0, told: 0 }];
  let furthest: Stand = { at: 0, told: 0 };
  for (let stand = open.pop(); stand; stand = open.pop()) {
    if (stand.at === last && stand.told === told.length) return undefined;
    if (stand.told >= furthest.told) furthest = stand;
    for (const next of looksAfter(stand, sights, told, differences)) {
      const name = `${next.at} ${next.told}`;
      if (!seen.has(name)) open.push(next);
      seen.add(name);
    }
  }
  return complaint(furthest, sights, told);
}

/** Every look that may come next: as far as the next sight that was surely looked at. */
function looksAfter<S>(
  { at, told: done }: Stand,
  sights: readonly Sight<S>[],
  told: readonly string[],
  differences: (before: S, after: S) => readonly string[],
): readonly Stand[] {
  const before = sights[at];
  if (!before) return [];
  const sure = sights.findIndex(({ isSeen }, index) => index > at && isSeen);
  const within = sights.slice(at + 1, sure < 0 ? undefined : sure + 1);
  return within.flatMap(({ state }, index) => {
    const wanted = differences(before.state, state);
    const tells = told.slice(done, done + wanted.length);
    return isSameSet(wanted, tells) ? [{ at: at + 1 + index, told: done + wanted.length }] : [];
  });
}

function isSameSet(wanted: readonly string[], tells: readonly string[]): boolean {
  if (wanted.length !== tells.length) return false;
  const left = [...wanted];
  for (const tell of tells) {
    const index = left.findIndex((want) => want.startsWith(tell));
    if (index < 0) return false;
    left.splice(index, 1);
  }
  return true;
}

function complaint<S>(
  { at, told: done }: Stand,
  sights: readonly Sight<S>[],
  told: readonly string[],
): string {
  const states = sights
    .slice(at, at + 6)
    .map(({ state, isSeen }) => `${JSON.stringify(state)}${isSeen ? '!' : ''}`);
  const rest = told.slice(done, done + 4);
  return `${done} of ${told.length} follow; then ${rest.join(' | ') || 'nothing'} was told, but it was ${states.join(' → ')}`;
}
