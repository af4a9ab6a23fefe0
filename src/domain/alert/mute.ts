import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';

/** One circuit kept quiet in one channel for a while. */
export type Mute = {
  readonly channelId: string;
  readonly circuitId: CircuitId;
  readonly circuitName: string;
  readonly until: Instant;
  readonly byUserId: string;
};

export function isMuted(
  mutes: readonly Mute[],
  channelId: string,
  circuitId: CircuitId,
  now: Instant,
): boolean {
  return mutes.some(
    (mute) => mute.channelId === channelId && mute.circuitId === circuitId && mute.until > now,
  );
}
