import type { Verdict } from '../condition.ts';
import type { LifeSigns } from '../life-signs.ts';

/**
 * Slack refuses what is signed minutes apart, and times in messages are wrong long before. Date headers are whole
 * seconds and answers take time: between the two limits it is neither told nor over.
 */
const skewedMs = 61_000;
const alignedMs = 59_000;

/** One answer that was long under way proves nothing. */
const enoughSamples = 3;

export function clockVerdict({ azureMs, slackMs }: LifeSigns['clock']): Verdict {
  const skews = [azureMs, slackMs].filter(({ length }) => length >= enoughSamples).map(medianSize);
  if (skews.length === 0) return { kind: 'unknown' };
  const skewMs = Math.max(...skews);
  if (skewMs <= alignedMs) return { kind: 'good' };
  if (skewMs <= skewedMs) return { kind: 'unknown' };
  const amount = Math.round(skewMs / 1_000);
  return { kind: 'bad', severity: 'warning', trouble: { kind: 'blind', reason: 'skewed', amount } };
}

function medianSize(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return Math.abs(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
