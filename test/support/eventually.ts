import { vi } from 'vitest';

/** Asks again until the check does not throw any more; its last complaint is thrown when the time is over. */
export function eventually<T>(check: () => T | Promise<T>, withinMs = 20_000): Promise<T> {
  return vi.waitFor(check, { timeout: withinMs, interval: 20 });
}

/** For `eventually`: what is not there yet is a complaint. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not there`);
  return value;
}
