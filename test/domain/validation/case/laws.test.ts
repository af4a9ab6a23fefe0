import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import { textLimits } from '../../../../src/domain/validation/case/command.ts';
import { currentStep } from '../../../../src/domain/validation/case/current-step.ts';
import { decideCase } from '../../../../src/domain/validation/case/decide.ts';
import type { CaseEvent } from '../../../../src/domain/validation/case/event.ts';
import { nextCaseTime, passCaseTime } from '../../../../src/domain/validation/case/pass-time.ts';
import { readCaseFacts } from '../../../../src/domain/validation/case/read-facts.ts';
import { type CaseStep, caseSteps } from '../../../../src/domain/validation/case/steps.ts';
import { caseView } from '../../../../src/domain/validation/case/view.ts';
import { dayMs, withEvents } from '../../../support/a-case.ts';
import { anyLife, anySight, liveThrough, type Turn, timesWith } from './support/random-case.ts';

const runs = { numRuns: 300 };

/** Looks at each turn of many lives, with all that happened before it. `seed`: the same lives each time. */
function everyTurn(
  look: (turn: Turn, earlier: readonly CaseEvent[]) => void,
  options: { readonly numRuns: number; readonly seed?: number } = runs,
): void {
  fc.assert(
    fc.property(anyLife, (acts) => {
      const earlier: CaseEvent[] = [];
      for (const turn of liveThrough(acts)) {
        look(turn, earlier);
        earlier.push(...(turn.events ?? []));
      }
    }),
    options,
  );
}

type Told<K extends CaseEvent['kind']> = Extract<CaseEvent, { readonly kind: K }>;

function lastOf<K extends CaseEvent['kind']>(events: readonly CaseEvent[], kind: K, step?: CaseStep) {
  return events.findLast(
    (event): event is Told<K> =>
      event.kind === kind && (step === undefined || ('step' in event && event.step === step)),
  );
}

/** Those whose work it is, as the events tell it. */
function workersOn(step: CaseStep, events: readonly CaseEvent[]): readonly (string | undefined)[] {
  const put = (one: CaseStep) =>
    events.findLast(
      (event): event is Told<'review-asked' | 'step-done'> =>
        (event.kind === 'review-asked' || event.kind === 'step-done') && event.step === one,
    )?.by;
  const isText = step === 'ticket-text' || step === 'submission';
  return isText ? [put(step), put('ticket-text'), lastOf(events, 'text-written')?.text.author] : [put(step)];
}

/** What lives come to by chance is another matter than what holds in each: the same ones each time. */
const wellTravelled = { numRuns: 600, seed: 20_261_123 };

describe('whatever people do and time brings', () => {
  test('some lives go all the way to Microsoft, and some end', () => {
    const reached = new Set<string>();
    everyTurn(({ after }) => {
      reached.add(currentStep(after) ?? 'over').add(after.submission?.phase ?? 'none');
      reached.add(after.closed?.why ?? 'open').add(after.ticket?.how ?? 'no ticket');
    }, wellTravelled);
    expect([...reached]).toEqual(
      expect.arrayContaining([...caseSteps, 'by-hand', 'submitted', 'configured']),
    );
    expect([...reached]).toEqual(expect.arrayContaining(['withdrawn', 'api', 'numbering']));
  });

  test('nobody approves what they did', () => {
    everyTurn(({ events = [] }, earlier) => {
      for (const [index, event] of events.entries()) {
        if (event.kind !== 'approved') continue;
        expect(workersOn(event.step, [...earlier, ...events.slice(0, index)])).not.toContain(event.by);
      }
    });
  });

  test('nothing goes to Microsoft without as many approvals by others as the policy asks for, in this round', () => {
    everyTurn(({ events = [], rules }, earlier) => {
      const index = events.findIndex(
        (event) => event.kind === 'submission-moved' && event.submission.phase === 'checking',
      );
      if (index < 0) return;
      const all = [...earlier, ...events.slice(0, index)];
      const since = all.findLastIndex(
        (event) => event.kind === 'review-asked' && event.step === 'submission',
      );
      const given = all
        .slice(since + 1)
        .flatMap((event) => (event.kind === 'approved' && event.step === 'submission' ? [event.by] : []));
      const byOthers = new Set(given.filter((by) => !workersOn('submission', all).includes(by)));
      expect(byOthers.size).toBeGreaterThanOrEqual(rules.ticket.approvals);
    });
  });

  test('a button of an earlier round never fits again', () => {
    fc.assert(
      fc.property(anyLife, (acts) => {
        const highest = new Map<string, number>();
        for (const { events = [], before, after, deed } of liveThrough(acts)) {
          for (const event of events) {
            if (event.kind !== 'review-asked') continue;
            const { round } = events.reduce<Case>((it, one) => withEvents(it, [one]), before).steps[
              event.step
            ];
            expect(round).toBeGreaterThan(highest.get(event.step) ?? 0);
            highest.set(event.step, round);
          }
          const approved = events.length > 0 && deed.kind === 'command' && deed.command.kind === 'approve';
          if (approved) expect(deed.command).toMatchObject({ round: highest.get(deed.command.step) });
          for (const [step, round] of highest) {
            const record = after.steps[caseSteps.find((one) => one === step) ?? 'prefixes'];
            expect(record.round).toBe(round);
          }
        }
      }),
      runs,
    );
  });

  test('what is closed stays as it is, and nobody can do anything with it', () => {
    everyTurn(({ before, after, events, at, deed, rules }) => {
      if (!before.closed) return;
      expect(after).toEqual(before);
      expect(events ?? []).toEqual([]);
      if (deed.kind !== 'command') return;
      expect(decideCase(deed.command, before, rules, at)).toMatchObject({ refusal: { code: 'case-over' } });
    });
  });

  test('what is sent back voids everything after it', () => {
    everyTurn(({ events = [], after }) => {
      const back = lastOf(events, 'sent-back');
      if (!back || events.at(-1) !== back) return;
      expect(currentStep(after)).toBe(back.step);
      expect(after.submission).toBeUndefined();
      expect(after.steps[back.step]).toMatchObject({ state: 'open', approvals: [] });
    });
  });

  test('one step is at work, and those after it wait', () => {
    everyTurn(({ after: { steps, submission } }) => {
      const current = currentStep({ steps });
      const isOnItsWay = submission !== undefined && submission.phase !== 'submitted';
      if (isOnItsWay) expect(current).toBe('submission');
      if (!current) return;
      expect(['open', 'review']).toContain(steps[current].state);
      const later = caseSteps.slice(caseSteps.indexOf(current) + 1).map((step) => steps[step].state);
      // A prefix that was accepted, and is not any more, is Microsoft's again while the session is awaited.
      if (current === 'answers') expect(['waiting', 'open']).toContain(later.pop());
      expect(later.every((state) => state === 'waiting')).toBe(true);
    });
  });

  test('a step takes no time that is less than none', () => {
    everyTurn(({ after, at }) => {
      for (const record of Object.values(after.steps)) {
        if (record.state === 'done') expect(record.doneAt).toBeGreaterThanOrEqual(record.startedAt);
        if ('since' in record) expect(record.since).toBeGreaterThanOrEqual(record.startedAt);
        if ('since' in record) expect(record.since).toBeLessThanOrEqual(at);
      }
    });
  });

  test('a text always fits the form', () => {
    everyTurn(({ after: { text } }) => {
      expect(text?.title.length ?? 0).toBeLessThanOrEqual(textLimits.title);
      expect(text?.body.length ?? 0).toBeLessThanOrEqual(textLimits.body);
    });
  });

  test('a reminder changes nothing that the message shows', () => {
    everyTurn(({ before, after, events = [] }) => {
      if (events.length === 0 || events.some(({ kind }) => kind !== 'reminded')) return;
      expect(caseView(after)).toEqual(caseView(before));
    });
  });
});

test('the same look at Azure twice is once', () => {
  fc.assert(
    fc.property(
      anyLife,
      fc.array(anySight, { minLength: 1, maxLength: 3 }),
      fc.nat(),
      (acts, sights, index) => {
        const turns = liveThrough(acts);
        const { after, at } = turns[index % turns.length] ?? { after: undefined, at: 0 };
        if (!after) return;
        for (const sight of sights) {
          const once = withEvents(after, readCaseFacts(after, sight, at));
          expect(readCaseFacts(once, sight, at + 1)).toEqual([]);
        }
      },
    ),
    runs,
  );
});

test('time brings something exactly when it is said to, and not before', () => {
  everyTurn(({ after, rules, at }) => {
    const times = timesWith(rules);
    const next = nextCaseTime(after, times);
    if (next === undefined) return expect(passCaseTime(after, times, at + 99 * dayMs)).toEqual([]);
    expect(passCaseTime(after, times, next - 1)).toEqual([]);
    const events = passCaseTime(after, times, next);
    expect(events).not.toEqual([]);
    expect(nextCaseTime(withEvents(after, events), times) ?? Infinity).toBeGreaterThan(next);
  });
});
