import type { ArpEntry, Availability, Neighbor } from '../../src/domain/peering/session-evidence.ts';
import type { AzureFault } from '../../src/usecases/ports.ts';
import type { AvailabilityAsk, CircuitConnection, EdgeAsk, Telemetry } from '../../src/usecases/telemetry.ts';

type Said<T> = T | AzureFault;

/** What a fake Azure says of what runs over circuits; each may be a fault instead. */
export type TelemetryWorld = {
  readonly availability: (ask: AvailabilityAsk) => Said<readonly Availability[]>;
  readonly routeSummary: (ask: EdgeAsk) => Said<readonly Neighbor[]>;
  readonly arpTable: (ask: EdgeAsk) => Said<readonly ArpEntry[]>;
  readonly connectionStatuses: () => Said<readonly CircuitConnection[]>;
};

/** Telemetry in memory, which says what it is told to say and keeps what it was asked. */
export function createFakeTelemetry(world: Partial<TelemetryWorld> = {}) {
  const says: TelemetryWorld = {
    availability: () => [],
    routeSummary: () => [],
    arpTable: () => [],
    connectionStatuses: () => [],
    ...world,
  };
  const asked = {
    availability: [] as AvailabilityAsk[],
    /** `lon-01 AzurePrivatePeering primary`, in the order in which the edge was asked. */
    routeSummary: [] as string[],
    arpTable: [] as string[],
    connectionStatuses: 0,
    /** How many questions the edge had at a time, at most. */
    atOnce: 0,
  };
  let open = 0;
  async function atEdge<T>(said: () => Said<T>): Promise<T> {
    asked.atOnce = Math.max(asked.atOnce, ++open);
    await Promise.resolve();
    open--;
    return given(said());
  }
  const telemetry = {
    async availability(ask) {
      asked.availability.push(ask);
      return given(says.availability(ask));
    },
    routeSummary(ask) {
      asked.routeSummary.push(nameOf(ask));
      return atEdge(() => says.routeSummary(ask));
    },
    arpTable(ask) {
      asked.arpTable.push(nameOf(ask));
      return atEdge(() => says.arpTable(ask));
    },
    async connectionStatuses() {
      asked.connectionStatuses++;
      return given(says.connectionStatuses());
    },
  } satisfies Partial<Telemetry>;
  return {
    telemetry,
    asked,
    /** From now on. */
    say: (next: Partial<TelemetryWorld>) => void Object.assign(says, next),
  };
}

function nameOf({ target, peering, link }: EdgeAsk): string {
  return `${target.name} ${peering} ${link}`;
}

function given<T>(said: Said<T>): T {
  if (said instanceof Error) throw said;
  return said;
}
