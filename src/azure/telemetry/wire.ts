import { z } from 'zod';

/** A word of a table; empty, or no text at all, is none. No honest one is long. */
export const shortText = z
  .string()
  .transform((text) => text.trim().slice(0, 64) || undefined)
  .optional()
  .catch(undefined);

/** A number that counts something, written as one or as text (facts/azure.md, SDK trap 7). */
export const wholeNumber = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\s*\d{1,15}\s*$/u)
    .transform(Number),
]);

export const count = wholeNumber.optional().catch(undefined);
