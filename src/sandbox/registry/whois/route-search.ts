import { covers, isSame, type Prefix } from '../world/prefix.ts';

/**
 * How much larger or smaller than the block asked for: exactly it, the next larger one, all larger ones and itself, all
 * smaller ones. RIPE's letters; IRRd uses the same, and none for exactly it.
 */
export type Reach = 'x' | 'l' | 'L' | 'M';

/** Records of all blocks that the search reaches, the largest first. */
export function within<Row extends { readonly prefix: Prefix }>(
  rows: readonly Row[],
  wanted: Prefix,
  reach: Reach,
): readonly Row[] {
  const found = rows
    .filter(({ prefix }) => reaches(prefix, wanted, reach))
    .toSorted((a, b) => a.prefix.length - b.prefix.length);
  if (reach !== 'l') return found;
  const nearest = found.at(-1)?.prefix.length;
  return found.filter(({ prefix }) => prefix.length === nearest);
}

function reaches(prefix: Prefix, wanted: Prefix, reach: Reach): boolean {
  if (isSame(prefix, wanted)) return reach === 'x' || reach === 'L';
  if (reach === 'M') return covers(wanted, prefix);
  return reach !== 'x' && covers(prefix, wanted);
}
