import type { Audience } from '../domain/alert/audience.ts';
import type { Store } from './store.ts';

/** Everybody who listens, as the store has it now. */
export async function readAudience(store: Store): Promise<Audience> {
  const [subscriptions, mutes, suspensions, quietHours, windows] = await Promise.all([
    store.subscriptions(),
    store.mutes(),
    store.suspensions(),
    store.quietHours(),
    store.maintenanceWindows(),
  ]);
  return { subscriptions, mutes, suspensions, quietHours, windows };
}
