/** How many of what is critical keep a message of their own beside a digest. */
const aloneLimit = 3;

export type Crowd<T> = { readonly alone: readonly T[]; readonly together: readonly T[] };

/**
 * More than `limit` things for a channel at once go into one digest: the first few that are critical do not, because a
 * line among five hundred is not seen at 3 a.m.
 */
export function splitCrowd<T>(
  things: readonly T[],
  limit: number,
  isCritical: (thing: T) => boolean,
): Crowd<T> {
  if (things.length <= limit) return { alone: things, together: [] };
  const urgent = new Set(things.filter(isCritical).slice(0, aloneLimit));
  const together = things.filter((thing) => !urgent.has(thing));
  return together.length > 1 ? { alone: [...urgent], together } : { alone: things, together: [] };
}
