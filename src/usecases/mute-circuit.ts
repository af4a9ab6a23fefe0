import type { Mute } from '../domain/alert/mute.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Now } from './ports.ts';
import type { Store } from './store.ts';

export type MuteAsk = {
  readonly channelId: string;
  readonly circuitId: CircuitId;
  readonly circuitName: string;
  readonly forMs: number;
  readonly byUserId: string;
};

/** Keeps one circuit quiet in one channel for a while. A new mute replaces the old; mutes that are over are swept. */
export async function muteCircuit(
  { store, now }: { readonly store: Store; readonly now: Now },
  { forMs, ...ask }: MuteAsk,
): Promise<Mute> {
  const at = now();
  const mute = { ...ask, until: at + forMs };
  const over = (await store.mutes()).filter(({ until }) => until <= at);
  await store.commit({
    removeMutes: over.map(({ channelId, circuitId }) => ({ channelId, circuitId })),
    putMutes: [mute],
  });
  return mute;
}

/** Returns false when it was not muted. */
export async function unmuteCircuit(
  { store, now }: { readonly store: Store; readonly now: Now },
  channelId: string,
  circuitId: CircuitId,
): Promise<boolean> {
  const muted = (await store.mutes()).some(
    (mute) => mute.channelId === channelId && mute.circuitId === circuitId && mute.until > now(),
  );
  await store.commit({ removeMutes: [{ channelId, circuitId }] });
  return muted;
}
