import type { MaintenanceWindow } from '../../domain/alert/quiet.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { renderFilter } from '../../domain/circuit/filter.ts';
import { utc } from '../../domain/instant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import { shortId } from '../short-id.ts';
import type { AlertRefusal, WindowAsk } from './alert-desk.ts';
import type { DeskDeps } from './desk-deps.ts';
import { settleAlerts } from './settle-alerts.ts';

/** Longer than this is no maintenance: what is held that long is forgotten. */
export const longestWindowDays = 14;

/** Work that somebody knows beforehand. */
export async function announceWindow(
  deps: DeskDeps,
  caller: Caller,
  { channelId, ...asked }: WindowAsk,
): Promise<Result<MaintenanceWindow, AlertRefusal>> {
  const at = deps.now();
  if (asked.until <= at || asked.until <= asked.from)
    return refuse({ code: 'window-over', until: asked.until });
  if (asked.until - asked.from > longestWindowDays * 86_400_000) {
    return refuse({ code: 'window-too-long', days: longestWindowDays });
  }
  const source = { kind: 'person', userId: caller.userId, channelId } as const;
  const window: MaintenanceWindow = { id: shortId('MW', deps.newId()), ...asked, source };
  const audit = [entryOf(deps, caller, window, { before: '', after: spanOf(window) })];
  await settleAlerts(deps, {
    id: deps.newId(),
    at,
    remember: { putWindows: [window], audit },
    audience: ({ windows, ...rest }) => ({ ...rest, windows: [...windows, window] }),
  });
  return answer(window);
}

/** Before its time: what it held is told now. */
export async function endWindow(
  deps: DeskDeps,
  caller: Caller,
  id: string,
): Promise<Result<MaintenanceWindow, AlertRefusal>> {
  const at = deps.now();
  const window = (await deps.store.maintenanceWindows()).find(
    (entry) => entry.id.toUpperCase() === id.toUpperCase(),
  );
  if (!window || window.until <= at) return refuse({ code: 'window-unknown', id });
  if (window.source.kind === 'azure') return refuse({ code: 'window-of-azure', id });
  const audit = [entryOf(deps, caller, window, { before: spanOf(window), after: '' })];
  await settleAlerts(deps, {
    id: deps.newId(),
    at,
    remember: { removeWindows: [window.id], audit },
    audience: ({ windows, ...rest }) => ({
      ...rest,
      windows: windows.map((entry) =>
        entry === window || entry.id === window.id ? { ...entry, until: at } : entry,
      ),
    }),
  });
  return answer(window);
}

function entryOf(
  deps: DeskDeps,
  caller: Caller,
  { id, note }: MaintenanceWindow,
  span: { readonly before: string; readonly after: string },
): AuditEntry {
  return {
    ...auditEntryOf(deps, caller, 'maintenance'),
    changes: [{ field: 'Maintenance', ...span }],
    note: [id, note].filter(Boolean).join(': '),
  };
}

function spanOf({ from, until, filter, effect }: MaintenanceWindow): string {
  return `${utc(from)} to ${utc(until)}, ${effect}, ${renderFilter(filter) || 'all circuits'}`;
}
