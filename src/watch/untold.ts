import type { Owed } from '../domain/alert/notice.ts';
import { changeKey } from '../domain/alert/owe.ts';
import type { Messenger } from '../usecases/ports.ts';
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
