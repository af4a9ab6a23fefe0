import type { Difference } from './changes.ts';
import type { ConnectionStanding } from './connectivity.ts';

/** Whether a status can be gone by: Connecting is on its way to another, and Unknown is nobody's word. */
export function isSettledStatus(status: string): boolean {
  return !['connecting', 'unknown', ''].includes(status.toLowerCase());
}

/** The last status that could be gone by; undefined: there never was one. */
export function settledStatus({ status, lastSettled }: ConnectionStanding): string | undefined {
  return isSettledStatus(status) ? status : lastSettled;
}

export function isConnected(status: string): boolean {
  return status.toLowerCase() === 'connected';
}

export function isSameConnection(
  a: Pick<ConnectionStanding, 'name' | 'resourceGroup'>,
  b: Pick<ConnectionStanding, 'name' | 'resourceGroup'>,
): boolean {
  return connectionKey(a) === connectionKey(b);
}

function connectionKey({ name, resourceGroup }: Pick<ConnectionStanding, 'name' | 'resourceGroup'>): string {
  return `${resourceGroup}/${name}`.toLowerCase();
}

/** The connections as they were just listed, in a fixed order, with what must be remembered of before. */
export function observeConnections(
  before: readonly ConnectionStanding[],
  seen: readonly ConnectionStanding[],
): readonly ConnectionStanding[] {
  const unique = new Map(seen.map((connection) => [connectionKey(connection), connection]));
  return [...unique.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, resourceGroup, gateway, status }]) => {
      const now = { name, resourceGroup, gateway, status };
      const old = before.find((connection) => isSameConnection(connection, now));
      const lastSettled = old && settledStatus(old);
      return isSettledStatus(status) || lastSettled === undefined ? now : { ...now, lastSettled };
    });
}

/** Between Connected and not: what comes between is no news, nor is a connection that is new or gone. */
export function diffConnections(
  before: readonly ConnectionStanding[],
  after: readonly ConnectionStanding[],
): readonly Difference[] {
  return after.flatMap((connection) => {
    const old = before.find((entry) => isSameConnection(entry, connection));
    const was = old && settledStatus(old);
    const is = settledStatus(connection);
    if (was === undefined || is === undefined || isConnected(was) === isConnected(is)) return [];
    const { name, resourceGroup, gateway } = connection;
    return [{ kind: 'vnet-link', connection: name, resourceGroup, gateway, before: was, after: is } as const];
  });
}
