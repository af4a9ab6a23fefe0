import type { ChatDeps } from './chat-deps.ts';

/**
 * Whether a person may change the subscriptions of a channel: who stands in the channel (the button was pressed
 * there), or who owns one of them. A forged button of another channel gets neither.
 */
export async function mayManage(
  { userId, channelId }: { readonly userId: string; readonly channelId: string | undefined },
  target: string,
  { store }: Pick<ChatDeps, 'store'>,
): Promise<boolean> {
  if (channelId === target) return true;
  return (await store.subscriptions(target)).some(({ ownerId }) => ownerId === userId);
}
