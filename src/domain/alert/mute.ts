import type { ChangeKind } from '../circuit/changes.ts';
import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Instant } from '../instant.ts';

/** One circuit, or one kind of change of it, kept quiet in one channel for a while. It ends by itself and says so. */
export type Mute = {
  readonly channelId: string;
  readonly circuitId: CircuitId;
  readonly circuitName: string;
  /** Absent: all kinds. */
  readonly kind?: ChangeKind;
  readonly until: Instant;
  readonly byUserId: string;
  /** When it was muted; absent in mutes of older versions. */
  readonly since?: Instant;
};

/** One for each channel, circuit and kind: a new mute replaces the old. */
export function muteKey({
  channelId,
  circuitId,
  kind,
}: Pick<Mute, 'channelId' | 'circuitId' | 'kind'>): string {
  return kind ? `${channelId} ${circuitId} ${kind}` : `${channelId} ${circuitId}`;
}

/** `kinds`: of what is to be told; a mute of any of them keeps it quiet. */
export function muteOf(
  mutes: readonly Mute[],
  channelId: string,
  circuitId: CircuitId,
  kinds: readonly ChangeKind[],
  now: Instant,
): Mute | undefined {
  return mutes.find(
    (mute) =>
      mute.channelId === channelId &&
      mute.circuitId === circuitId &&
      mute.until > now &&
      (mute.kind === undefined || kinds.includes(mute.kind)),
  );
}
