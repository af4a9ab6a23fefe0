import { timeOfTs } from '../data/select.ts';
import type { Message } from '../data/wire.ts';
import { dayKey } from '../text/format-date.ts';

const togetherMs = 5 * 60_000;

/** Whether a message stands under the same name as the one above it. */
export function followsOn(before: Message | undefined, message: Message): boolean {
  if (!before || before.user !== message.user || before.ephemeral || message.ephemeral) return false;
  if (timeOfTs(message.ts) - timeOfTs(before.ts) > togetherMs) return false;
  return !startsDay(before, message);
}

export const startsDay = (before: Message | undefined, message: Message): boolean =>
  !before || dayKey(timeOfTs(before.ts)) !== dayKey(timeOfTs(message.ts));
