import type { Intent } from '../../domain/operation/intent.ts';
import type { RequestOperation } from '../../domain/operation/operation.ts';
import type { PlanInputs } from '../../domain/operation/plan.ts';
import { AzureFault, type AzureWriter } from '../ports.ts';
import type { Store } from '../store.ts';

export type InputDeps = {
  readonly azure: AzureWriter;
  readonly store: Store;
  /** The Azure subscriptions that are watched. */
  readonly subscriptionIds: readonly string[];
};

type Part = 'connections' | 'gateways' | 'offers' | 'resourceGroups' | 'failoverTests';

/** What is asked of Azure beside the circuit itself. `wanted`: a plan can be made without it. */
const parts: Readonly<Record<RequestOperation, Partial<Record<Part, 'needed' | 'wanted'>>>> = {
  create: { offers: 'needed', resourceGroups: 'needed' },
  peering: { connections: 'needed', gateways: 'wanted' },
  sign: {},
  link: { connections: 'needed', gateways: 'needed' },
  unlink: { connections: 'needed' },
  resize: { connections: 'needed', offers: 'needed' },
  deprovision: { connections: 'needed' },
  delete: { connections: 'needed' },
  failover: { failoverTests: 'needed' },
};

/** Reads all that the plan of an intent rests on, together. Throws AzureFault when something needed cannot be read. */
export async function readPlanInputs(deps: InputDeps, intent: Intent): Promise<PlanInputs> {
  const { azure, store, subscriptionIds } = deps;
  const { target, operation } = intent;
  const part = <T>(name: Part, read: () => Promise<T>, without: T): Promise<T> => {
    const need = parts[operation][name];
    if (!need) return Promise.resolve(without);
    return need === 'needed' ? read() : orWithout(read(), without);
  };
  const [sight, connections, gateways, offers, resourceGroups, failoverTests, known, orders] =
    await Promise.all([
      azure.readCircuit(target),
      part('connections', () => azure.connections(subscriptionIds, target.id), []),
      part('gateways', () => azure.gateways(subscriptionIds), []),
      part('offers', () => azure.offers(target.subscriptionId), []),
      part('resourceGroups', () => azure.resourceGroups(target.subscriptionId), []),
      part('failoverTests', () => azure.failoverTests(target), undefined),
      store.circuits(target.subscriptionId),
      store.orders(),
    ]);
  const order = orders.get(target.id);
  const neighbours = known.map(({ circuit }) => circuit);
  const inputs = { sight, order, connections, gateways, offers, resourceGroups, neighbours, failoverTests };
  if (operation !== 'failover') return inputs;
  const connectivity = (await store.connectivity()).get(target.id);
  return connectivity ? { ...inputs, connectivity } : inputs;
}

async function orWithout<T>(reading: Promise<T>, without: T): Promise<T> {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof AzureFault) return without;
    throw fault;
  }
}
