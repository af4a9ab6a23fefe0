import type { MaintenanceWindow } from '../../domain/alert/quiet.ts';
import { AzureFault, type Log, type Now } from '../ports.ts';
import type { Store } from '../store.ts';
import type { PlannedMaintenance, Telemetry } from '../telemetry.ts';

export type PlanDeps = {
  readonly store: Store;
  readonly telemetry: Pick<Telemetry, 'plannedMaintenance'>;
  readonly subscriptionIds: readonly string[];
  readonly now: Now;
  readonly log: Log;
};

/**
 * Maintenance that Azure Service Health announces becomes a window that marks alerts: whoever reads one then knows that
 * Microsoft works there. It holds nothing back: sessions that fall meanwhile are told. Where it cannot be read, nothing
 * is marked.
 */
export async function readPlans(deps: PlanDeps): Promise<void> {
  const { store, now } = deps;
  const found = (await Promise.all(deps.subscriptionIds.map((id) => plansOf(deps, id)))).flat();
  const known = await store.maintenanceWindows();
  const present = found.filter(({ until, isOver }) => !isOver && until > now());
  const withdrawn = found.filter((plan) => !present.includes(plan)).map(windowId);
  await store.commit({
    putWindows: present.map(toWindow),
    removeWindows: known.map(({ id }) => id).filter((id) => withdrawn.includes(id)),
  });
}

async function plansOf(
  { telemetry, log }: PlanDeps,
  subscriptionId: string,
): Promise<readonly PlannedMaintenance[]> {
  try {
    return await telemetry.plannedMaintenance(subscriptionId);
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    log.info({ subscriptionId, kind: fault.kind }, 'planned maintenance cannot be read');
    return [];
  }
}

/** One event is told to each subscription that it touches, with times and regions of its own. */
function windowId({ trackingId, subscriptionId }: PlannedMaintenance): string {
  return `${trackingId}@${subscriptionId}`;
}

function toWindow(plan: PlannedMaintenance): MaintenanceWindow {
  const { subscriptionId, title, from, until, regions } = plan;
  return {
    id: windowId(plan),
    from,
    until,
    filter: [],
    effect: 'mark',
    note: title,
    source: { kind: 'azure', subscriptionId, regions },
  };
}
