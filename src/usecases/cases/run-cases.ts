import { furthestMs, soonest } from '../../domain/approval/turn.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import { type CaseWork, workOf } from '../../domain/validation/case/work.ts';
import { caseRulesOf } from './case-rules.ts';
import { doWork } from './do-work.ts';
import type { CaseRunDeps } from './run-deps.ts';

/** Carries cases on, where it is Trunkline's turn: without a clock of its own (see watch/lane-runner). */
export interface CaseRun {
  /** The cases that can be carried on now, and when it is worth looking again. */
  look(): Promise<{ readonly due: readonly string[]; readonly nextAt: Instant }>;
  /** One piece of work on a case. One call a case at a time. */
  advance(caseId: string): Promise<void>;
}

/** So long a piece of work that went wrong is left alone, milliseconds. */
const pauseAfterFaultMs = 30_000;

export function createCaseRun(deps: CaseRunDeps): CaseRun {
  /** Until when a piece of work is left alone, by case and kind; forgotten at a restart. */
  const pauses = new Map<string, Instant>();

  function worksOf(it: Case): readonly CaseWork[] {
    const { times, rules } = deps;
    const now = deps.now();
    return workOf(it, { ...times, rules: caseRulesOf(rules) })
      .map((work) => ({ ...work, from: Math.max(beginOf(work, now), pauseOf(it, work, now)) }))
      .toSorted((a, b) => a.from - b.from);
  }

  function pauseOf(it: Case, work: CaseWork, now: Instant): Instant {
    return soonest(pauses.get(keyOf(it.id, work)) ?? 0, now);
  }

  function forgetOthers(cases: readonly Case[]): void {
    const ids = new Set(cases.map(({ id }) => id));
    for (const key of pauses.keys()) if (!ids.has(key.split(' ')[0] ?? '')) pauses.delete(key);
  }

  return {
    async look() {
      const cases = await deps.store.cases({ all: true });
      forgetOthers(cases);
      const now = deps.now();
      const firsts = cases.flatMap((it) =>
        worksOf(it)
          .slice(0, 1)
          .map(({ from }) => ({ id: it.id, from })),
      );
      return {
        due: firsts.filter(({ from }) => from <= now).map(({ id }) => id),
        nextAt: Math.min(
          Number.POSITIVE_INFINITY,
          ...firsts.map(({ from }) => from).filter((from) => from > now),
        ),
      };
    },
    async advance(caseId) {
      const it = await deps.store.case(caseId);
      const work = it && worksOf(it)[0];
      if (!it || !work || work.from > deps.now()) return;
      const key = keyOf(caseId, work);
      pauses.set(key, deps.now() + pauseAfterFaultMs);
      const again = await doWork(deps, it, work.kind);
      if (again === undefined) pauses.delete(key);
      else pauses.set(key, Math.min(again, deps.now() + furthestMs));
    },
  };
}

/** What is for people may be days ahead, what is Trunkline's never is: its moment is of a clock that was set back since. */
function beginOf({ kind, from }: CaseWork, now: Instant): Instant {
  return kind === 'time' || kind === 'remove-files' ? from : soonest(from, now);
}

function keyOf(caseId: string, { kind }: CaseWork): string {
  return `${caseId} ${kind}`;
}
