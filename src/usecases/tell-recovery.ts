import type { Instant } from '../domain/instant.ts';
import type { Log, Now } from './ports.ts';
import type { Store } from './store.ts';

/** The store came back from its backup: every subscribed channel is told, and so is the log. */
export async function tellRecovery(
  { store, log, now }: { readonly store: Store; readonly log: Log; readonly now: Now },
  recovered: { readonly backupFrom: Instant; readonly damagedCopy?: string },
): Promise<void> {
  const at = now();
  log.error(recovered, 'the store was damaged and was recovered from its backup');
  const channels = new Set((await store.subscriptions()).map(({ channelId }) => channelId));
  await store.commit({
    owe: [...channels].map((channelId) => ({
      key: `recovered.${at}@${channelId}`,
      to: { channelId },
      notice: { kind: 'store-recovered', at, backupFrom: recovered.backupFrom },
      owedAt: at,
    })),
  });
}
