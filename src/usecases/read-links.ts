import type { CircuitAddress } from '../domain/circuit/circuit-id.ts';
import type { CircuitSight, Connection, Gateway } from '../domain/operation/circuit-sight.ts';
import { AzureFault, type AzureWriter } from './ports.ts';

/** What a circuit is joined to, asked for now. */
export type LinkBoard = { readonly sight: CircuitSight; readonly connections: readonly Connection[] };

export type Gateways =
  | { readonly kind: 'read'; readonly gateways: readonly Gateway[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

type ReadDeps = {
  readonly writer: Pick<AzureWriter, 'readCircuit' | 'connections' | 'gateways'>;
  /** The Azure subscriptions that are watched. */
  readonly subscriptionIds: readonly string[];
};

/** Links and authorizations of a circuit. Undefined: there is no such circuit. Throws AzureFault. */
export async function readLinks(
  { writer, subscriptionIds }: ReadDeps,
  target: CircuitAddress,
): Promise<LinkBoard | undefined> {
  const [sight, connections] = await Promise.all([
    writer.readCircuit(target),
    writer.connections(subscriptionIds, target.id),
  ]);
  return sight && { sight, connections };
}

/** Gateways that could be linked. When they cannot be read, the links can be looked at all the same. */
export async function readGateways({ writer, subscriptionIds }: ReadDeps): Promise<Gateways> {
  try {
    return { kind: 'read', gateways: await writer.gateways(subscriptionIds) };
  } catch (fault) {
    if (fault instanceof AzureFault) return { kind: 'unreadable', reason: fault.message };
    throw fault;
  }
}
