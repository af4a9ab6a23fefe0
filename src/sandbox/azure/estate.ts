import type { Bus } from '../world/bus.ts';
import { type Circuit, type CircuitRef, circuitKey } from './model/circuit.ts';
import type { Connection } from './model/connection.ts';
import { type ResourceRef, resourceKey } from './model/resource.ts';

export type Subscription = { readonly subscriptionId: string; readonly displayName: string };
export type ResourceGroup = {
  readonly subscriptionId: string;
  readonly name: string;
  readonly location: string;
};

/** Everything that exists in this small Azure. Each change raises the revision (hence the etag) and is told on the bus. */
export interface Estate {
  readonly subscriptions: readonly Subscription[];
  readonly groups: readonly ResourceGroup[];
  /** One that exists stays as it is. */
  addGroup(group: ResourceGroup): void;
  /** In the order in which they were made. */
  circuits(subscriptionId?: string): readonly Circuit[];
  circuit(ref: CircuitRef): Circuit | undefined;
  /** Numbers them (`stag`) in the order given. */
  addCircuits(circuits: readonly Circuit[]): void;
  /** Undefined when it is gone; a `change` that returns the circuit itself changes nothing. */
  updateCircuit(ref: CircuitRef, change: (circuit: Circuit) => Circuit): Circuit | undefined;
  removeCircuit(ref: CircuitRef, now: number): void;
  /** Whether it was removed within the last minute. */
  wasRemoved(ref: CircuitRef, now: number): boolean;
  connections(): readonly Connection[];
  connection(ref: ResourceRef): Connection | undefined;
  putConnection(connection: Connection): Connection;
  removeConnection(ref: ResourceRef): void;
  /** For changes of the world that are no change of a resource, as a cut link. */
  changed(): void;
}

/** `updated` hears of each circuit that became another. */
export function createEstate(
  bus: Bus,
  subscriptions: readonly Subscription[],
  updated: (before: Circuit, after: Circuit) => void = () => {},
): Estate {
  const circuits = new Map<string, Circuit>();
  const connections = new Map<string, Connection>();
  const groups: ResourceGroup[] = [];
  const removed = new Map<string, number>();
  let nextStag = 1;
  let listed = new Map<string, readonly Circuit[]>();

  function changed(): void {
    listed = new Map();
    bus.publish({ topic: 'world' });
  }

  function list(subscriptionId: string): readonly Circuit[] {
    const wanted = subscriptionId.toLowerCase();
    const known = listed.get(wanted);
    if (known) return known;
    const all = [...circuits.values()];
    const found = wanted ? all.filter((circuit) => circuit.subscriptionId.toLowerCase() === wanted) : all;
    listed.set(wanted, found);
    return found;
  }

  return {
    subscriptions,
    groups,
    addGroup(group) {
      if (!groups.some((known) => groupKey(known) === groupKey(group))) groups.push(group);
    },
    circuits: (subscriptionId = '') => list(subscriptionId),
    circuit: (ref) => circuits.get(circuitKey(ref)),
    addCircuits(added) {
      for (const circuit of added) circuits.set(circuitKey(circuit), { ...circuit, stag: nextStag++ });
      changed();
    },
    updateCircuit(ref, change) {
      const before = circuits.get(circuitKey(ref));
      if (!before) return undefined;
      const after = change(before);
      if (after === before) return before;
      const kept = { ...after, revision: before.revision + 1 };
      circuits.set(circuitKey(ref), kept);
      updated(before, kept);
      changed();
      return kept;
    },
    removeCircuit(ref, now) {
      circuits.delete(circuitKey(ref));
      removed.set(circuitKey(ref), now);
      changed();
    },
    wasRemoved: (ref, now) => now - (removed.get(circuitKey(ref)) ?? Number.NEGATIVE_INFINITY) < 60_000,
    connections: () => [...connections.values()],
    connection: (ref) => connections.get(resourceKey(ref)),
    putConnection(connection) {
      const revision = (connections.get(resourceKey(connection))?.revision ?? 0) + 1;
      const kept = { ...connection, revision };
      connections.set(resourceKey(connection), kept);
      changed();
      return kept;
    },
    removeConnection(ref) {
      connections.delete(resourceKey(ref));
      changed();
    },
    changed,
  };
}

function groupKey({ subscriptionId, name }: ResourceGroup): string {
  return `${subscriptionId}/${name}`.toLowerCase();
}
