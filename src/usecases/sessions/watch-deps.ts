import type { AlertDesk } from '../alerts/alert-desk.ts';
import type { AzureFault, Log, Now } from '../ports.ts';
import type { Store } from '../store.ts';
import type { Telemetry } from '../telemetry.ts';

export type SessionWatchDeps = {
  readonly telemetry: Pick<Telemetry, 'availability' | 'routeSummary' | 'arpTable' | 'connectionStatuses'>;
  readonly store: Pick<Store, 'circuits' | 'connectivity' | 'incidents'>;
  readonly take: AlertDesk['take'];
  readonly subscriptionIds: readonly string[];
  /** How often a look may ask Microsoft's edge in each subscription. */
  readonly edgeReadsPerLook: number;
  /** Whether the metrics of a subscription's region could be read; `scope`: `subscription/region`. */
  readonly noteMetrics: (scope: string, fault: AzureFault | undefined) => void;
  readonly now: Now;
  /** A name that no other look ever had, also not before a restart. */
  readonly newLookId: () => string;
  readonly log: Log;
};

/** What one look did. `failures`: calls that Azure did not answer as hoped. */
export type SessionReport = {
  readonly calls: { readonly metrics: number; readonly edge: number; readonly graph: number };
  readonly failures: number;
  /** Sessions as they are believed afterwards. */
  readonly sessions: { readonly up: number; readonly down: number; readonly unknown: number };
  readonly changes: number;
  readonly owed: number;
};
