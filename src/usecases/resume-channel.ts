import { catchUpNotice, oweChanges } from '../domain/alert/owe.ts';
import { toldOtherwise } from '../domain/alert/told-otherwise.ts';
import type { AuditEntry } from '../domain/audit/entry.ts';
import { auditEntryOf } from './access/check-permission.ts';
import { targetNote } from './audit/audit-wish.ts';
import type { Caller } from './caller.ts';
import type { Now } from './ports.ts';
import { readAudience } from './read-audience.ts';
import type { Store } from './store.ts';

/**
 * A channel can be reached again: what it missed is owed to it in one message, but for what the incidents tell that it
 * knows of: their messages stayed owed. Returns false when nothing was suspended.
 */
export async function resumeChannel(
  { store, now }: { readonly store: Store; readonly now: Now },
  channelId: string,
  audit: readonly AuditEntry[] = [],
): Promise<boolean> {
  const audience = await readAudience(store);
  const suspension = audience.suspensions.find((entry) => entry.channelId === channelId);
  if (!suspension) return false;
  const until = now();
  const own = {
    subscriptions: audience.subscriptions.filter((entry) => entry.channelId === channelId),
    mutes: audience.mutes,
    suspensions: [],
    quietHours: [],
    windows: [],
  };
  const [changes, incidents, digests, held] = await Promise.all([
    store.changes({ since: suspension.since }),
    store.incidents({ all: true }),
    store.digests(),
    store.held(),
  ]);
  const isTold = toldOtherwise(channelId, { incidents, digests, held });
  const missed = changes.filter((change) => oweChanges([change], own, until).length > 0 && !isTold(change));
  const notice = catchUpNotice('channel-back', missed, { since: suspension.since, until });
  const owe = { key: `back.${suspension.since}@${channelId}`, to: { channelId }, notice, owedAt: until };
  await store.commit({ removeSuspensions: [channelId], owe: missed.length > 0 ? [owe] : [], audit });
  return true;
}

/** The same where a person says so. */
export function resumeByHand(
  deps: { readonly store: Store; readonly now: Now; readonly newId: () => string },
  caller: Caller,
  channelId: string,
): Promise<boolean> {
  const entry = { ...auditEntryOf(deps, caller, 'resume'), ...targetNote(caller, channelId) };
  return resumeChannel(deps, channelId, [entry]);
}
