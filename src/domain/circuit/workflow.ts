import { nameOf } from '../open-enum.ts';
import { isRetired, prefixListsOf } from '../peering/reading.ts';
import type { Circuit } from './circuit.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { situationOf } from './situation.ts';
import { isBusy } from './states.ts';

/** The five steps of the ExpressRoute workflow. Source: expressroute-workflows.md. */
export const workflowSteps = ['create', 'order', 'provision', 'routing', 'link'] as const;
export type WorkflowStep = (typeof workflowSteps)[number];

/** `unknown`: it cannot be told from what could be read. `skipped`: this kind of circuit has no such step. */
export type StepMark = 'done' | 'current' | 'ahead' | 'skipped' | 'unknown';

export type Workflow = readonly { readonly step: WorkflowStep; readonly mark: StepMark }[];

/** Where a circuit stands. `linkCount` is undefined when the links could not be read. */
export function workflowOf(known: KnownCircuit, linkCount: number | undefined): Workflow {
  const reached = reachedStep(known, linkCount);
  return workflowSteps.map((step, index) => ({ step, mark: markOf(step, index, reached, known, linkCount) }));
}

function markOf(
  step: WorkflowStep,
  index: number,
  reached: number,
  { circuit }: KnownCircuit,
  linkCount: number | undefined,
): StepMark {
  if (circuit.service.kind === 'direct' && (step === 'order' || step === 'provision')) return 'skipped';
  if (index < reached) return 'done';
  if (index > reached) return 'ahead';
  return step === 'link' && linkCount === undefined ? 'unknown' : 'current';
}

/** Index of the step that is being worked on; past the end when all five are done. */
function reachedStep(known: KnownCircuit, linkCount: number | undefined): number {
  const { circuit } = known;
  if (nameOf(circuit.provisioningState) === 'Creating') return 0;
  if (known.unsettled && isBusy(circuit.provisioningState)) return 0;
  switch (situationOf(known)) {
    case 'created':
      return known.order ? 2 : 1;
    case 'deprovisioned':
    case 'unrecognised':
      return 1;
    case 'provider-working':
    case 'deprovisioning':
      return 2;
    case 'ready':
    case 'direct':
      if (!isRoutingConfigured(circuit)) return 3;
      return linkCount ? 5 : 4;
  }
}

/** Routing stands when some routing domain is enabled and every advertised prefix has passed its validation. */
export function isRoutingConfigured(circuit: Circuit): boolean {
  const usable = circuit.peerings.filter(
    (peering) => !isRetired(peering) && nameOf(peering.state) === 'Enabled',
  );
  const states = usable.flatMap(prefixListsOf).map(({ list }) => nameOf(list.state));
  return usable.length > 0 && !states.includes('ValidationNeeded') && !states.includes('Configuring');
}
