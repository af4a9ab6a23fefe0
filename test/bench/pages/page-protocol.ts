import { z } from 'zod';

/** one-percent: one circuit in a hundred means something else. all-texts: every page reads differently and means the same. */
const Move = z.enum(['one-percent', 'all-texts']);
export type Move = z.infer<typeof Move>;

/** What the page server is asked over its process channel. */
export const PageOrder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('estate'), count: z.number() }),
  z.object({ kind: z.literal('move'), move: Move }),
  z.object({ kind: z.literal('count') }),
  z.object({ kind: z.literal('hang') }),
]);
export type PageOrder = z.infer<typeof PageOrder>;

/** Requests answered so far, and pages that one complete read needs. */
export const PageCount = z.object({ requests: z.number(), pages: z.number() });
export type PageCount = z.infer<typeof PageCount>;
