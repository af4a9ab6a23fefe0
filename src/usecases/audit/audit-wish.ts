import { renderWish, type Wish } from '../../domain/alert/subscription.ts';
import type { AuditEntry } from '../../domain/audit/entry.ts';
import { auditEntryOf } from '../access/check-permission.ts';
import type { Caller } from '../caller.ts';
import type { Now } from '../ports.ts';

type Wished = { readonly wish: Wish };

/** What a channel is told was changed; without `after`, it has ended. */
export function wishEntry(
  deps: { readonly now: Now; readonly newId: () => string },
  caller: Caller,
  channelId: string,
  { before, after }: { readonly before?: Wished; readonly after?: Wished },
): AuditEntry {
  return {
    ...auditEntryOf(deps, caller, after ? 'subscribe' : 'unsubscribe'),
    changes: [{ field: 'Subscription', before: wordsOf(before), after: wordsOf(after) }],
    ...targetNote(caller, channelId),
  };
}

/** From somewhere else, the entry says for which channel it was done. */
export function targetNote(caller: Caller, channelId: string): { readonly note?: string } {
  return caller.channelId === channelId ? {} : { note: `for channel ${channelId}` };
}

function wordsOf(wished: Wished | undefined): string {
  return wished ? renderWish(wished.wish) || 'every change of every circuit' : '';
}
