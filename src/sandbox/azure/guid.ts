import { createHash } from 'node:crypto';

/**
 * A GUID that is the same at every start of the sandbox, so that what a bot has stored (ids, etags, keys) still
 * fits after a restart.
 */
export function guidOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
