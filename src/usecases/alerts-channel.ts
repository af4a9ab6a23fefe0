import type { Instant } from '../domain/instant.ts';
import type { Store } from './store.ts';

/** At the very first start, the configured channel is subscribed to everything; afterwards people decide in chat. */
export async function seedAlertsChannel(
  store: Store,
  channelId: string | undefined,
  ownerId: string | undefined,
  now: Instant,
): Promise<void> {
  if (channelId === undefined || !(await store.isNew())) return;
  const wish = { filter: [], kinds: [] };
  await store.commit({
    putSubscriptions: [{ id: `first.${channelId}`, channelId, ownerId: ownerId ?? '', createdAt: now, wish }],
  });
}
