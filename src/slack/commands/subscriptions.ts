import type { Reply } from '../blocks/reply.ts';
import { subscriptionsReply } from '../blocks/subscriptions.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { alertChannel } from './alert-channel.ts';
import type { Command } from './command.ts';

export const subscriptionsCommand: Command = {
  name: 'subscriptions',
  usage: '',
  gist: 'what this channel is told, and what is muted',
  summary: 'What this channel is told, and which circuits are muted in it.',
  details: ['Each can be changed or ended in the menu beside it.'],
  examples: ['subscriptions'],
  run: async (_words, ask, deps) => subscriptionsHere(await alertChannel(ask, deps), deps),
};

export async function subscriptionsHere(
  channelId: string,
  { store, now }: Pick<ChatDeps, 'store' | 'now'>,
): Promise<Reply> {
  const [subscriptions, mutes, suspensions] = await Promise.all([
    store.subscriptions(channelId),
    store.mutes(),
    store.suspensions(),
  ]);
  return subscriptionsReply(
    channelId,
    subscriptions,
    mutes.filter((mute) => mute.channelId === channelId),
    suspensions.find((suspension) => suspension.channelId === channelId),
    now(),
  );
}
