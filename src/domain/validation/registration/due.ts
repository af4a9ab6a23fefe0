import type { Instant } from '../../instant.ts';
import { askedPrefixes } from './observe-registration.ts';
import type { Registration } from './registration.ts';
import type { WatchedPrefix } from './watched-prefix.ts';

/** When something got worse, how soon it is looked at again before it is told. Ours. */
const confirmMs = 2 * 60_000;

/** Where a source was silent it is asked again after this part of the time. */
const partialPart = 4;

/**
 * Whether the registries are to be asked about a circuit. Not before its time, but at once when Microsoft has accepted a
 * prefix or accepts one no more: what is there now is what it will be compared with.
 */
export function isRegistrationDue(
  before: Registration | undefined,
  watched: readonly WatchedPrefix[],
  intervalMs: number,
  now: Instant,
): boolean {
  const asked = askedPrefixes(before, watched);
  if (asked.length === 0) return false;
  if (!before || isOther(before, asked)) return true;
  // A clock that was set back must not put it off.
  const age = Math.abs(now - before.at);
  return age >= waitMs(before, intervalMs);
}

function waitMs({ isPartial, prefixes }: Registration, intervalMs: number): number {
  if (prefixes.some(({ doubted }) => doubted.length > 0)) return Math.min(confirmMs, intervalMs);
  return isPartial ? intervalMs / partialPart : intervalMs;
}

function isOther({ prefixes }: Registration, asked: readonly WatchedPrefix[]): boolean {
  const known = new Map(prefixes.map((memory) => [memory.prefix, memory]));
  return asked.some(({ prefix, asn, isAccepted }) => {
    const memory = known.get(prefix);
    return !memory || memory.isAccepted !== isAccepted || memory.asn !== asn;
  });
}
