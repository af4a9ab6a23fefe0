import type { Incident } from '../domain/alert/incident.ts';
import type { Subscription } from '../domain/alert/subscription.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { needsAttention } from '../domain/circuit/next-step.ts';
import { openIncidents } from './alerts/list-incidents.ts';
import type { Freshness, FreshnessBoard } from './freshness.ts';
import type { Store } from './store.ts';

export type Overview = {
  readonly total: number;
  readonly attention: readonly KnownCircuit[];
  readonly attentionCount: number;
  /** What is wrong now, the worst first. */
  readonly incidents: readonly Incident[];
  readonly incidentCount: number;
  readonly subscriptions: readonly Subscription[];
  readonly freshness: readonly Freshness[];
};

const attentionShown = 15;
const incidentsShown = 10;

/** What App Home shows. */
export async function readOverview({
  store,
  freshness,
}: {
  readonly store: Store;
  readonly freshness: FreshnessBoard;
}): Promise<Overview> {
  const [circuits, subscriptions, incidents] = await Promise.all([
    store.circuits(),
    store.subscriptions(),
    openIncidents({ store }),
  ]);
  const attention = circuits.filter(needsAttention);
  return {
    total: circuits.length,
    attention: attention.slice(0, attentionShown),
    attentionCount: attention.length,
    incidents: incidents.slice(0, incidentsShown),
    incidentCount: incidents.length,
    subscriptions,
    freshness: freshness.all(),
  };
}
