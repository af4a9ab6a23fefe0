import type { Incident } from '../domain/alert/incident.ts';
import type { Change } from '../domain/circuit/changes.ts';
import type { VnetLink } from '../domain/circuit/circuit.ts';
import type { Connectivity } from '../domain/circuit/connectivity.ts';
import { type Finding, findCircuit } from '../domain/circuit/find.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import { type NextStep, nextStepOf } from '../domain/circuit/next-step.ts';
import { isRoutingConfigured, type Workflow, workflowOf } from '../domain/circuit/workflow.ts';
import { type Case, isOpen } from '../domain/validation/case/case.ts';
import { openIncidents } from './alerts/list-incidents.ts';
import type { Freshness, FreshnessBoard } from './freshness.ts';
import { type Azure, AzureFault } from './ports.ts';
import type { Store } from './store.ts';

export type Links =
  | { readonly kind: 'read'; readonly links: readonly VnetLink[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type CircuitCard = {
  readonly known: KnownCircuit;
  readonly workflow: Workflow;
  readonly next: NextStep | { readonly who: 'you'; readonly action: 'link-vnets' };
  readonly links: Links;
  /** The newest, newest first. */
  readonly recent: readonly Change[];
  /** What runs over it, as it is believed; undefined: nothing was seen yet. */
  readonly connectivity: Connectivity | undefined;
  /** What is wrong with it now, the worst first. */
  readonly incidents: readonly Incident[];
  /** Its open case of manual validation. */
  readonly openCase?: Case | undefined;
  readonly freshness: Freshness;
};

export type ShowDeps = {
  readonly store: Store;
  readonly azure: Azure;
  readonly freshness: FreshnessBoard;
  /** How long the links are waited for before the card goes out without them, milliseconds. */
  readonly linksDeadlineMs: number;
};

const recentLimit = 5;

export async function findKnownCircuit({ store }: Pick<ShowDeps, 'store'>, text: string): Promise<Finding> {
  return findCircuit(text, await store.circuits());
}

/** Everything there is to say of one circuit. From the store, but for the links, which Azure is asked for. */
export async function showCircuit(deps: ShowDeps, known: KnownCircuit): Promise<CircuitCard> {
  const { circuit } = known;
  const [links, changes, connectivity, incidents, cases] = await Promise.all([
    readLinks(deps, known),
    deps.store.changes({ circuitId: circuit.id }),
    deps.store.connectivity(),
    openIncidents(deps),
    deps.store.cases(),
  ]);
  const linkCount = links.kind === 'read' ? links.links.length : undefined;
  const next = nextStepOf(known);
  const lacksLinks = next.who === 'nobody' && linkCount === 0 && isRoutingConfigured(circuit);
  return {
    known,
    workflow: workflowOf(known, linkCount),
    next: lacksLinks ? { who: 'you', action: 'link-vnets' } : next,
    links,
    recent: changes.slice(-recentLimit).reverse(),
    connectivity: connectivity.get(circuit.id),
    incidents: incidents.filter((incident) => incident.circuit?.id === circuit.id),
    openCase: cases.find((one) => one.circuit.id === circuit.id && isOpen(one)),
    freshness: deps.freshness.of(circuit.subscriptionId),
  };
}

async function readLinks({ azure, linksDeadlineMs }: ShowDeps, { circuit }: KnownCircuit): Promise<Links> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Links>((resolve) => {
    const reason = `Azure did not answer within ${linksDeadlineMs / 1_000} s`;
    timer = setTimeout(() => resolve({ kind: 'unreadable', reason }), linksDeadlineMs);
  });
  const read = azure
    .listLinks(circuit.subscriptionId, circuit.id)
    .then((links): Links => ({ kind: 'read', links }))
    .catch((fault: unknown): Links => {
      if (fault instanceof AzureFault) return { kind: 'unreadable', reason: fault.message };
      throw fault;
    });
  return Promise.race([read, deadline]).finally(() => clearTimeout(timer));
}
