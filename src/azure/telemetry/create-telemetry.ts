import { setTimeout as pause } from 'node:timers/promises';
import type { Now } from '../../usecases/ports.ts';
import type { Telemetry } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import { readArpTable } from './arp-table.ts';
import { readAvailability } from './availability.ts';
import { listConnectionStatuses } from './connection-statuses.ts';
import type { MetricsDoors } from './metrics-doors.ts';
import { listPlannedMaintenance } from './planned-maintenance.ts';
import { probeSupport } from './probe.ts';
import { readRouteSummary } from './route-summary.ts';
import { readTraffic } from './traffic.ts';

/** What runs over circuits, behind its port. Nothing is retried and nothing remembered: both are the caller's. */
export function createTelemetry(
  arm: ArmClient,
  metrics: MetricsDoors,
  now: Now,
  wait: Wait = pause,
): Telemetry {
  return {
    availability: (ask) => readAvailability(metrics, ask),
    routeSummary: (ask) => readRouteSummary(arm, ask, wait),
    arpTable: (ask) => readArpTable(arm, ask, wait),
    traffic: (target) => readTraffic(arm, target),
    connectionStatuses: (subscriptionIds) => listConnectionStatuses(arm, subscriptionIds),
    plannedMaintenance: (subscriptionId) => listPlannedMaintenance(arm, subscriptionId, now()),
    supportReach: () => probeSupport(arm),
  };
}
