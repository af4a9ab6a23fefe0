import type { FieldChange } from '../../circuit/changes.ts';
import type { Circuit } from '../../circuit/circuit.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { Caution } from '../caution.ts';
import type { FailoverIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import type { Step } from '../step.ts';
import type { CommonRefusal } from './common-refusal.ts';
import {
  type RedundancyRefusal,
  redundancyFact,
  redundancyFromSessions,
  redundancyRefusal,
} from './redundancy.ts';
import { refOf, servingTarget, stateFacts } from './target.ts';
import type { TargetRef } from './target-ref.ts';

/** How long a test may run, minutes. Ours: long enough to watch, short enough to be forgotten without harm. */
export const failoverMinutes = { least: 1, most: 240, usual: 10 } as const;

export type FailoverRefusal =
  | CommonRefusal
  | RedundancyRefusal
  | {
      readonly code: 'failover-minutes-out-of-range';
      readonly minutes: number;
      readonly least: number;
      readonly most: number;
    }
  /** Azure offers no such tests for this circuit. */
  | { readonly code: 'failover-not-offered'; readonly on: TargetRef }
  | {
      readonly code: 'failover-test-running';
      readonly on: TargetRef;
      readonly link: string;
      readonly category: string;
      readonly status: string;
    };

/** What is wrong with how long a test is to run. */
export function minutesRefusal(minutes: number): FailoverRefusal | undefined {
  const { least, most } = failoverMinutes;
  const isFit = Number.isInteger(minutes) && minutes >= least && minutes <= most;
  return isFit ? undefined : { code: 'failover-minutes-out-of-range', minutes, least, most };
}

export function planFailover(intent: FailoverIntent, inputs: PlanInputs): Result<Plan, FailoverRefusal> {
  const { minutes, link, category } = intent;
  const mistyped = minutesRefusal(minutes);
  if (mistyped) return refuse(mistyped);
  const serving = servingTarget(intent, inputs);
  if (!serving.ok) return serving;
  const { circuit } = serving.value;
  const refusal =
    testRefusal(refOf(circuit), inputs) ??
    redundancyRefusal(circuit) ??
    otherLinkRefusal(intent, circuit, inputs);
  if (refusal) return refuse(refusal);
  return answer({
    changes: [changeOf(intent)],
    seen: [
      ...stateFacts(circuit),
      redundancyFact(circuit),
      { name: 'Failover tests running', value: 'none' },
    ],
    cautions: cautionsOf(intent),
    policy: 'failover',
    steps: [
      { kind: 'start-failover-test', link, category },
      { kind: 'hold', forMs: minutes * 60_000 },
      { kind: 'stop-failover-test', link, category },
    ] satisfies Step[],
  });
}

/** Azure's words for a test that is not over (facts/azure.md 1.2). */
const running = ['starting', 'running', 'stopping'];

function testRefusal(on: TargetRef, { failoverTests }: PlanInputs): FailoverRefusal | undefined {
  if (!failoverTests) return { code: 'failover-not-offered', on };
  const test = failoverTests.find(({ status }) => running.includes(status.toLowerCase()));
  return test && { code: 'failover-test-running', on, ...test };
}

/** A prepended link stays up: with the other one down it goes on carrying everything. */
function otherLinkRefusal(
  { category, link }: FailoverIntent,
  circuit: Circuit,
  { connectivity }: PlanInputs,
): RedundancyRefusal | undefined {
  if (category !== 'BgpDisconnect') return undefined;
  return redundancyFromSessions(circuit, connectivity, link === 'Primary' ? 'primary' : 'secondary');
}

function changeOf({ link, category, minutes }: FailoverIntent): FieldChange {
  const deed =
    category === 'BgpDisconnect' ? 'BGP disconnected by Microsoft' : 'AS path prepended by Microsoft';
  return { field: `${link} link`, before: 'in use', after: `${deed} for ${minutes} min` };
}

/** A prepended link stays up and takes over when the other one fails: it is less wanted, not away. */
function cautionsOf({ category }: FailoverIntent): readonly Caution[] {
  return category === 'BgpDisconnect'
    ? ['redundancy-halved', 'traffic-shifts', 'stops-by-itself']
    : ['traffic-shifts', 'stops-by-itself'];
}
