import type { Pixels } from './read-png.ts';

/** At most 256 colours, three bytes each, and for each pixel which of them it has. */
export type Indexed = Omit<Pixels, 'rgb'> & { readonly palette: Uint8Array; readonly indices: Uint8Array };

type Colour = readonly [red: number, green: number, blue: number];

/**
 * Most of the commonest colours stay as they are, and those that are farthest from all of them, so that a small sign of
 * another hue keeps it; any other colour takes the nearest. Made for pages, which have few colours and the shades between
 * them at the edges of letters.
 */
export function reduceColours({ width, height, rgb }: Pixels, limit = 256): Indexed {
  const counts = new Map<number, number>();
  const keys = Uint32Array.from({ length: width * height }, (_, at) => keyAt(rgb, at));
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  const kept = common.slice(0, Math.ceil(limit * 0.75));
  const nearest = new Map(common.map((key) => [key, nearestOf(colourOf(key), kept.map(colourOf))]));
  while (kept.length < Math.min(limit, common.length)) keepFarthest(kept, nearest, counts);
  return {
    width,
    height,
    palette: Uint8Array.from(kept.flatMap(colourOf)),
    indices: Uint8Array.from(keys, (key) => nearest.get(key)?.index ?? 0),
  };
}

/** Of the colours that are kept the nearest, and how far away it is. */
type Nearest = { readonly index: number; readonly distance: number };

/** The one whose pixels are the most wrong, all together. */
function keepFarthest(
  kept: number[],
  nearest: Map<number, Nearest>,
  counts: ReadonlyMap<number, number>,
): void {
  let [worst, most] = [0, -1];
  for (const [key, { distance }] of nearest) {
    const wrong = distance * (counts.get(key) ?? 0);
    if (wrong > most) [worst, most] = [key, wrong];
  }
  const index = kept.push(worst) - 1;
  for (const [key, { distance }] of nearest) {
    const toIt = distanceBetween(colourOf(key), colourOf(worst));
    if (toIt < distance) nearest.set(key, { index, distance: toIt });
  }
}

function keyAt(rgb: Uint8Array, pixel: number): number {
  const [red = 0, green = 0, blue = 0] = rgb.subarray(pixel * 3, pixel * 3 + 3);
  return (red << 16) | (green << 8) | blue;
}

function colourOf(key: number): Colour {
  return [key >> 16, (key >> 8) & 255, key & 255];
}

function nearestOf(colour: Colour, colours: readonly Colour[]): Nearest {
  const distances = colours.map((other) => distanceBetween(colour, other));
  const distance = Math.min(...distances);
  return { index: distances.indexOf(distance), distance };
}

function distanceBetween(one: Colour, other: Colour): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}
