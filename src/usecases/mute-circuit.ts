import type { Mute } from '../domain/alert/mute.ts';
import type { AuditEntry } from '../domain/audit/entry.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Instant } from '../domain/instant.ts';
import { auditEntryOf } from './access/check-permission.ts';
import type { Caller } from './caller.ts';
import type { Now } from './ports.ts';
import type { Store } from './store.ts';

export type MuteAsk = {
  readonly channelId: string;
  readonly circuitId: CircuitId;
  readonly circuitName: string;
  readonly forMs: number;
};

export type MuteDeps = { readonly store: Store; readonly now: Now; readonly newId: () => string };

/** Keeps one circuit quiet in one channel for a while. A new mute replaces the old; mutes that are over are swept. */
export async function muteCircuit(deps: MuteDeps, caller: Caller, { forMs, ...ask }: MuteAsk): Promise<Mute> {
  const { store, now } = deps;
  const at = now();
  const mute = { ...ask, byUserId: caller.userId, until: at + forMs };
  const present = await store.mutes();
  const over = present.filter(({ until }) => until <= at);
  const before = present.find((entry) => isOf(entry, mute) && entry.until > at);
  await store.commit({
    removeMutes: over.map(({ channelId, circuitId }) => ({ channelId, circuitId })),
    putMutes: [mute],
    audit: [entryOf(deps, caller, 'mute', mute, { before: before?.until, after: mute.until })],
  });
  return mute;
}

/** Returns false when it was not muted. */
export async function unmuteCircuit(
  deps: MuteDeps,
  caller: Caller,
  place: { readonly channelId: string; readonly circuitId: CircuitId },
): Promise<boolean> {
  const { store, now } = deps;
  const mute = (await store.mutes()).find((entry) => isOf(entry, place) && entry.until > now());
  await store.commit({
    removeMutes: [place],
    audit: mute ? [entryOf(deps, caller, 'unmute', mute, { before: mute.until, after: undefined })] : [],
  });
  return mute !== undefined;
}

type Place = Pick<Mute, 'channelId' | 'circuitId'>;

function isOf(mute: Mute, { channelId, circuitId }: Place): boolean {
  return mute.channelId === channelId && mute.circuitId === circuitId;
}

function entryOf(
  deps: MuteDeps,
  caller: Caller,
  act: 'mute' | 'unmute',
  { circuitId: id, circuitName: name }: Mute,
  until: { readonly before: Instant | undefined; readonly after: Instant | undefined },
): AuditEntry {
  const change = { field: 'Muted until', before: utc(until.before), after: utc(until.after) };
  return { ...auditEntryOf(deps, caller, act, { id, name }), changes: [change] };
}

function utc(at: Instant | undefined): string {
  return at === undefined ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
