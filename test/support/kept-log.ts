import type { Log } from '../../src/usecases/ports.ts';

/** A log that keeps what it is told, for a test to look at. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (level: string) => (_: unknown, message: string) => void lines.push(`${level}: ${message}`);
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
