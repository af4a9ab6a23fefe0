import type { AlertRules } from '../domain/alert/alert-rules.ts';
import type { Audience } from '../domain/alert/audience.ts';
import { catchUpNotice, channelsWanting } from '../domain/alert/owe.ts';
import type { Suspension } from '../domain/alert/suspension.ts';
import { type Told, tellAlerts } from '../domain/alert/telling/tell-alerts.ts';
import { toldOtherwise } from '../domain/alert/told-otherwise.ts';
import type { AuditEntry } from '../domain/audit/entry.ts';
import type { Change } from '../domain/circuit/changes.ts';
import type { Instant } from '../domain/instant.ts';
import { auditEntryOf } from './access/check-permission.ts';
import type { AlertDesk } from './alerts/alert-desk.ts';
import { type AlertBook, readBook } from './alerts/book.ts';
import type { DeskDeps } from './alerts/desk-deps.ts';
import { rememberTold } from './alerts/remember-told.ts';
import { targetNote } from './audit/audit-wish.ts';
import type { Caller } from './caller.ts';
import type { Now } from './ports.ts';

/**
 * A channel can be reached again: what is wrong now is told by the incidents' own messages, what changed meanwhile is
 * owed to it in one message, but for what incidents tell there. Returns false when nothing was suspended. Only in the
 * turn of the desk: what is seen while a channel comes back belongs to one of the two.
 */
export async function resumeChannel(
  { store, rules, now }: Pick<DeskDeps, 'store' | 'rules' | 'now'>,
  channelId: string,
  audit: readonly AuditEntry[] = [],
): Promise<boolean> {
  const book = await readBook(store);
  const suspension = book.audience.suspensions.find((entry) => entry.channelId === channelId);
  if (!suspension) return false;
  const until = now();
  const told = tellOpen(book, suspension, rules, until);
  const changes = await store.changes({ since: suspension.since });
  const missed = missedBy(book, channelId, changes, told, until);
  const notice = catchUpNotice('channel-back', missed, { since: suspension.since, until });
  const catchUp = { key: `back.${suspension.since}@${channelId}`, to: { channelId }, notice, owedAt: until };
  await store.commit({
    ...rememberTold(told),
    removeSuspensions: [channelId],
    owe: [...(missed.length > 0 ? [catchUp] : []), ...told.owe],
    audit,
  });
  return true;
}

function tellOpen(book: AlertBook, { channelId, since }: Suspension, rules: AlertRules, now: Instant): Told {
  const { audience, incidents } = book;
  const suspensions = audience.suspensions.filter((entry) => entry.channelId !== channelId);
  return tellAlerts({
    ...book,
    id: `back.${since}.${channelId}`,
    now,
    rules,
    changes: [],
    before: incidents,
    audience: { ...audience, suspensions },
    backIn: channelId,
  });
}

/** Changes that the channel would have been told of and that nothing else tells there. */
function missedBy(
  { audience, incidents, digests, held }: AlertBook,
  channelId: string,
  changes: readonly Change[],
  told: Pick<Told, 'incidents' | 'digests'>,
  now: Instant,
): readonly Change[] {
  const newest = new Map([...incidents, ...told.incidents].map((incident) => [incident.id, incident]));
  const isTold = toldOtherwise(channelId, {
    incidents: [...newest.values()],
    digests: [...digests, ...told.digests],
    held,
  });
  const own: Audience = {
    ...audience,
    subscriptions: audience.subscriptions.filter((entry) => entry.channelId === channelId),
    suspensions: [],
  };
  return changes.filter((change) => channelsWanting(change, own, now).length > 0 && !isTold(change));
}

/** The same where a person says so. */
export function resumeByHand(
  deps: {
    readonly alerts: Pick<AlertDesk, 'resume'>;
    readonly now: Now;
    readonly newId: () => string;
  },
  caller: Caller,
  channelId: string,
): Promise<boolean> {
  const entry = { ...auditEntryOf(deps, caller, 'resume'), ...targetNote(caller, channelId) };
  return deps.alerts.resume(channelId, [entry]);
}
