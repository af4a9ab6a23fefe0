import type { Reply } from '../blocks/reply.ts';
import { subscriptionsReply } from '../blocks/subscriptions.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { alertChannel } from './alert-channel.ts';
import type { Command } from './command.ts';

export const subscriptionsCommand: Command = {
  name: 'subscriptions',
  usage: '',
  gist: 'what this channel is told, and what is not',
  summary: 'What this channel is told, and what keeps it quiet: mutes, quiet hours, maintenance.',
  details: ['Each can be changed or ended in the menu beside it.'],
  examples: ['subscriptions'],
  run: async (_words, ask, deps) => subscriptionsHere(await alertChannel(ask, deps), deps),
};

export async function subscriptionsHere(
  channelId: string,
  { store, now }: Pick<ChatDeps, 'store' | 'now'>,
): Promise<Reply> {
  const [subscriptions, mutes, suspensions, quietHours, windows] = await Promise.all([
    store.subscriptions(channelId),
    store.mutes(),
    store.suspensions(),
    store.quietHours(),
    store.maintenanceWindows(),
  ]);
  const isHere = (entry: { readonly channelId: string }) => entry.channelId === channelId;
  return subscriptionsReply(
    {
      channelId,
      subscriptions,
      mutes: mutes.filter(isHere),
      suspension: suspensions.find(isHere),
      quietHours: quietHours.find(isHere),
      windows,
    },
    now(),
  );
}
