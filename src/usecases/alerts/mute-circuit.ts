import { noteMute } from '../../domain/alert/incidents/people.ts';
import { type Mute, muteKey } from '../../domain/alert/mute.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { type Instant, utc } from '../../domain/instant.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { MuteAsk } from './alert-desk.ts';
import type { DeskDeps } from './desk-deps.ts';
import { settleAlerts } from './settle-alerts.ts';

type Place = Pick<Mute, 'channelId' | 'circuitId' | 'kind'>;

/** Keeps one circuit, or one kind of its changes, quiet in one channel for a while. A new mute replaces the old. */
export async function muteCircuit(
  deps: DeskDeps,
  caller: Caller,
  { incidentId, ...ask }: MuteAsk,
): Promise<Mute> {
  const { store, now } = deps;
  const at = now();
  const before = (await store.mutes()).find((entry) => muteKey(entry) === muteKey(ask) && entry.until > at);
  const mute: Mute = { ...ask, byUserId: caller.userId, since: before?.since ?? at };
  const entry = entryOf(deps, caller, 'mute', mute, { before: before?.until, after: mute.until });
  const incident = incidentId === undefined ? undefined : await store.incident(incidentId);
  const isGoing = incident && incident.state !== 'pending' && incident.state !== 'resolved';
  const said = { by: caller.userId, until: mute.until, channelId: mute.channelId, at };
  // Its thread tells who muted it, so the mute itself begins after that.
  await settleAlerts(deps, {
    id: deps.newId(),
    at,
    moved: isGoing ? [noteMute(incident, said)] : [],
    remember: { putMutes: [mute], audit: [entry] },
  });
  return mute;
}

/**
 * What was held meanwhile is told; where nothing was, whoever ended the mute says so and that is enough. Undefined: it was
 * not muted.
 */
export async function unmuteCircuit(deps: DeskDeps, caller: Caller, place: Place): Promise<Mute | undefined> {
  const at = deps.now();
  const mute = (await deps.store.mutes()).find(
    (entry) => muteKey(entry) === muteKey(place) && entry.until > at,
  );
  if (!mute) return undefined;
  const entry = entryOf(deps, caller, 'unmute', mute, { before: mute.until, after: undefined });
  const key = muteKey(mute);
  await settleAlerts(deps, {
    id: deps.newId(),
    at,
    // Also where the end of a mute is not told yet: at night.
    remember: { removeMutes: [mute], audit: [entry] },
    audience: (audience) => ({
      ...audience,
      mutes: audience.mutes.filter((other) => muteKey(other) !== key),
    }),
  });
  return mute;
}

function entryOf(
  deps: DeskDeps,
  caller: Caller,
  act: 'mute' | 'unmute',
  { circuitId: id, circuitName: name, kind }: Mute,
  until: { readonly before: Instant | undefined; readonly after: Instant | undefined },
): AuditEntry {
  const field = kind ? `${kind} muted until` : 'Muted until';
  const change = { field, before: momentOf(until.before), after: momentOf(until.after) };
  return { ...auditEntryOf(deps, caller, act, { id, name }), changes: [change] };
}

function momentOf(at: Instant | undefined): string {
  return at === undefined ? '' : utc(at);
}
