import { z } from 'zod';

/** A foreign enumeration as the domain keeps it: a known value, or what came instead. */
export function open<const T extends readonly [string, ...string[]]>(known: T) {
  return z.union([z.enum(known), z.object({ unrecognised: z.string() })]);
}
