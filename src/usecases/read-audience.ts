import type { Audience } from '../domain/alert/owe.ts';
import type { Store } from './store.ts';

/** Everybody who listens, as the store has it now. */
export async function readAudience(store: Store): Promise<Audience> {
  const [subscriptions, mutes, suspensions] = await Promise.all([
    store.subscriptions(),
    store.mutes(),
    store.suspensions(),
  ]);
  return { subscriptions, mutes, suspensions };
}
