import type { QuietHours } from '../../domain/alert/quiet.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import { targetNote } from '../audit/audit-wish.ts';
import type { Caller } from '../caller.ts';
import type { DeskDeps } from './desk-deps.ts';
import { settleAlerts } from './settle-alerts.ts';

/** Sets a channel's quiet hours; those that it had are replaced, and what they held is told when the new ones let it. */
export async function setQuietHours(
  deps: DeskDeps,
  caller: Caller,
  asked: Omit<QuietHours, 'byUserId'>,
): Promise<QuietHours> {
  const { channelId } = asked;
  const before = await quietHoursOf(deps, channelId);
  const after = { ...asked, byUserId: caller.userId };
  await settleAlerts(deps, {
    id: deps.newId(),
    at: deps.now(),
    remember: { putQuietHours: [after], audit: [entryOf(deps, caller, channelId, { before, after })] },
    audience: ({ quietHours, ...rest }) => ({
      ...rest,
      quietHours: [...without(quietHours, channelId), after],
    }),
  });
  return after;
}

export async function endQuietHours(deps: DeskDeps, caller: Caller, channelId: string): Promise<boolean> {
  const before = await quietHoursOf(deps, channelId);
  if (!before) return false;
  await settleAlerts(deps, {
    id: deps.newId(),
    at: deps.now(),
    remember: { removeQuietHours: [channelId], audit: [entryOf(deps, caller, channelId, { before })] },
    audience: ({ quietHours, ...rest }) => ({ ...rest, quietHours: without(quietHours, channelId) }),
  });
  return true;
}

async function quietHoursOf({ store }: DeskDeps, channelId: string): Promise<QuietHours | undefined> {
  return (await store.quietHours()).find((hours) => hours.channelId === channelId);
}

function without(hours: readonly QuietHours[], channelId: string): readonly QuietHours[] {
  return hours.filter((entry) => entry.channelId !== channelId);
}

function entryOf(
  deps: DeskDeps,
  caller: Caller,
  channelId: string,
  hours: { readonly before: QuietHours | undefined; readonly after?: QuietHours },
): AuditEntry {
  const change = { field: 'Quiet hours', before: wordsOf(hours.before), after: wordsOf(hours.after) };
  return { ...auditEntryOf(deps, caller, 'quiet'), changes: [change], ...targetNote(caller, channelId) };
}

function wordsOf(hours: QuietHours | undefined): string {
  if (!hours) return '';
  const days = hours.days.length > 0 ? ` on days ${hours.days.join(', ')}` : '';
  return `${clock(hours.fromMinute)}-${clock(hours.toMinute)} ${hours.zone}${days}`;
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
