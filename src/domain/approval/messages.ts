import type { Owed } from '../alert/notice.ts';
import { isEqual } from '../equality.ts';
import type { Instant } from '../instant.ts';
import { requestCard } from './card.ts';
import { isOver, type Request } from './request.ts';
import { viewOf } from './view.ts';

/** `before` undefined: it has just been asked for. */
export type Moved = { readonly before: Request | undefined; readonly after: Request; readonly at: Instant };

/** Longer than this, and whoever asked does not watch any more: they are told of the end. Milliseconds. */
const attentionMs = 10 * 60_000;

/** The messages that a step in a request's life owes: a new version of its card, and word of its end. */
export function messagesOf(moved: Moved): readonly Owed[] {
  return [...cardOf(moved), ...endingOf(moved)];
}

/** Only what people can see a difference in is worth an edit. */
function cardOf({ before, after, at }: Moved): readonly Owed[] {
  const view = viewOf(after);
  if (before && isEqual(viewOf(before), view)) return [];
  const card = requestCard(after.id);
  const key = `${card}.${after.revision}`;
  return [{ key, to: after.shownIn, notice: { kind: 'request', view }, owedAt: at, card }];
}

/** An edited message makes no sound: who asked is told of the end directly, unless they saw or caused it. */
function endingOf({ before, after, at }: Moved): readonly Owed[] {
  if (!isOver(after) || after.state === 'withdrawn' || (before && isOver(before))) return [];
  if (!isDecidedElsewhere(after) && at - beginningOf(before, after) <= attentionMs) return [];
  const view = viewOf(after);
  const key = `request-ended.${after.id}`;
  return [{ key, to: { userId: after.requestedBy }, notice: { kind: 'request-ended', view }, owedAt: at }];
}

function isDecidedElsewhere({ state, rule, shownIn, askedIn }: Request): boolean {
  if (rule.approvals === 0) return false;
  const wasCarriedOut = state === 'succeeded' || state === 'failed';
  return wasCarriedOut || !('channelId' in shownIn) || shownIn.channelId !== askedIn;
}

function beginningOf(before: Request | undefined, after: Request): Instant {
  return before?.state === 'executing' ? before.startedAt : after.requestedAt;
}
