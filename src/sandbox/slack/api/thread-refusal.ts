import type { Message } from '../world/timeline.ts';
import { type Reply, refuse } from './reply.ts';

/** A thread hangs on a message that everybody sees; what only one person sees has none. */
export function threadRefusal(parent: Message | undefined): Reply | undefined {
  if (!parent) return refuse('thread_not_found');
  return parent.ephemeralTo ? refuse('cannot_reply_to_message') : undefined;
}
