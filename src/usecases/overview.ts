import type { Subscription } from '../domain/alert/subscription.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { needsAttention } from '../domain/circuit/next-step.ts';
import type { Freshness, FreshnessBoard } from './freshness.ts';
import type { Store } from './store.ts';

export type Overview = {
  readonly total: number;
  readonly attention: readonly KnownCircuit[];
  readonly attentionCount: number;
  readonly subscriptions: readonly Subscription[];
  readonly freshness: readonly Freshness[];
};

const attentionShown = 15;

/** What App Home shows. */
export async function readOverview({
  store,
  freshness,
}: {
  readonly store: Store;
  readonly freshness: FreshnessBoard;
}): Promise<Overview> {
  const [circuits, subscriptions] = await Promise.all([store.circuits(), store.subscriptions()]);
  const attention = circuits.filter(needsAttention);
  return {
    total: circuits.length,
    attention: attention.slice(0, attentionShown),
    attentionCount: attention.length,
    subscriptions,
    freshness: freshness.all(),
  };
}
