import type { Owed } from '../domain/alert/notice.ts';
import { changeKey } from '../domain/alert/owe.ts';
import { ownKey } from '../domain/alert/telling/own-key.ts';
import type { Messenger, Posted } from '../usecases/ports.ts';
import type { Store } from '../usecases/store.ts';
import { clockSlackMs } from './clock-slack.ts';

/**
 * What a channel that came back is owed, without the changes whose own messages arrived after all: a channel can be
 * lost just when a message reaches it. Undefined when nothing is left to tell. Throws SlackFault.
 */
export async function withoutTold(messenger: Messenger, owed: Owed): Promise<Owed | undefined> {
  const { notice, to } = owed;
  if (notice.kind !== 'catch-up' || notice.why !== 'channel-back' || !('channelId' in to)) return owed;
  const keyOf = (id: string) => changeKey(id, to.channelId);
  const since = Math.min(...notice.changes.map(({ at }) => at)) - clockSlackMs;
  const told = await messenger.findDelivered(
    to,
    notice.changes.map(({ id }) => keyOf(id)),
    since,
  );
  const changes = notice.changes.filter(({ id }) => !told.has(keyOf(id)));
  return changes.length + notice.omitted > 0 ? { ...owed, notice: { ...notice, changes } } : undefined;
}

/**
 * Of a digest of what could not be sent for long: the messages of their own that its lines had, and that arrived after
 * all, by their keys in Slack. They were folded while nobody knew. Throws SlackFault.
 */
export async function toldLines(
  { store, messenger }: { readonly store: Store; readonly messenger: Messenger },
  { notice, to }: Owed,
): Promise<ReadonlyMap<string, Posted>> {
  if (notice.kind !== 'digest' || notice.view.why !== 'slack-away' || !('channelId' in to)) return new Map();
  const lines = (await store.digest(notice.view.id))?.lines ?? [];
  if (lines.length === 0) return new Map();
  const since = Math.min(...lines.map(({ at }) => at)) - clockSlackMs;
  return messenger.findDelivered(
    to,
    lines.map((line) => ownKey(line, to.channelId)),
    since,
  );
}
