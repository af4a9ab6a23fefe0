import type { Instant } from '../../domain/instant.ts';

/** A moment in the audit trail, to the minute; '' for none. */
export function utc(at: Instant | undefined): string {
  return at === undefined ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
