import type { Bus } from '../world/bus.ts';

/** Microsoft's own work on its network, as announced. Times are world time. */
export type PlannedWork = {
  readonly trackingId: string;
  readonly title: string;
  readonly from: number;
  readonly until: number;
  /** As ARM writes them: westeurope. */
  readonly regions: readonly string[];
  /** None: every subscription. */
  readonly subscriptionId?: string;
  readonly announcedAt: number;
};

export interface PlannedWorks {
  list(): readonly PlannedWork[];
  /** In place of the one that has the same tracking id. */
  announce(work: PlannedWork): void;
  /** False: there is none of that id. */
  withdraw(trackingId: string): boolean;
}

export function createPlannedWorks(bus: Bus): PlannedWorks {
  const works = new Map<string, PlannedWork>();
  return {
    list: () => [...works.values()],
    announce(work) {
      works.set(work.trackingId, work);
      bus.publish({ topic: 'world' });
    },
    withdraw(trackingId) {
      const known = works.delete(trackingId);
      if (known) bus.publish({ topic: 'world' });
      return known;
    },
  };
}
