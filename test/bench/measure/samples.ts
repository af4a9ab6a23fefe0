/** Milliseconds of several runs of one thing. */
export type Samples = readonly number[];

/** The value below which `share` of the samples lie (nearest rank); 0.5 is the median. */
export function quantile(samples: Samples, share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(Math.max(rank, 0), sorted.length - 1)] ?? Number.NaN;
}

export function median(samples: Samples): number {
  return quantile(samples, 0.5);
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
