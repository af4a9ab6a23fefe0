import type { z } from 'zod';
import { AzureFault } from '../../usecases/ports.ts';

/** Throws AzureFault for an answer of another form. `what`: its name for people. */
export function readAs<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const { success, data } = schema.safeParse(value);
  if (success) return data;
  throw new AzureFault('unreadable', `Azure's ${what} could not be understood`);
}
