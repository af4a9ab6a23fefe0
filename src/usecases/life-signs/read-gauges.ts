import { isOpen } from '../../domain/alert/incident.ts';
import type { Severity } from '../../domain/alert/severity.ts';
import type { Now } from '../ports.ts';
import type { Store } from '../store.ts';
import type { Gauges } from './meter.ts';

/** How much is wrong and how much is still to be told, as the store has it. */
export async function readGauges(store: Pick<Store, 'incidents' | 'owed'>, now: Now): Promise<Gauges> {
  const [incidents, owed] = await Promise.all([store.incidents(), store.owed()]);
  const open = incidents.filter(isOpen);
  const count = (severity: Severity) => open.filter((incident) => incident.severity === severity).length;
  const oldestAt = owed.reduce((oldest, { owedAt }) => Math.min(oldest, owedAt), now());
  return {
    incidentsOpen: { info: count('info'), warning: count('warning'), critical: count('critical') },
    outboxDepth: owed.length,
    outboxOldestAgeSeconds: Math.max(0, (now() - oldestAt) / 1_000),
  };
}
