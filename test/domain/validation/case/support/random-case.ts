import fc from 'fast-check';
import type { Instant } from '../../../../../src/domain/instant.ts';
import type { Case, CaseFacts } from '../../../../../src/domain/validation/case/case.ts';
import type { CaseCommand, CaseRules } from '../../../../../src/domain/validation/case/command.ts';
import { currentStep, isPreflightDue } from '../../../../../src/domain/validation/case/current-step.ts';
import { decideCase } from '../../../../../src/domain/validation/case/decide.ts';
import type { CaseEvent } from '../../../../../src/domain/validation/case/event.ts';
import { type CaseTimes, passCaseTime } from '../../../../../src/domain/validation/case/pass-time.ts';
import {
  type CaseSight,
  readCaseFacts,
  submissionCheck,
} from '../../../../../src/domain/validation/case/read-facts.ts';
import {
  doneByPeople,
  isReviewed,
  type PersonStep,
  reviewedSteps,
} from '../../../../../src/domain/validation/case/steps.ts';
import { submittedEvents } from '../../../../../src/domain/validation/case/with-microsoft.ts';
import {
  aCase,
  aCaseFacts,
  aCaseFile,
  aCasePrefix,
  aSettled,
  dayMs,
  preflightAttached,
  withEvents,
} from '../../../../support/a-case.ts';
import { t0 } from '../../../../support/a-circuit.ts';
import { adam, ana, aRule, omar } from '../../../../support/a-request.ts';

const people = [omar, ana, adam, 'U0BELL0001'];
const person = fc.constantFrom(...people);
const approvals = fc.nat({ max: 3 });

export const anyRules: fc.Arbitrary<CaseRules> = fc
  .tuple(fc.nat({ max: 2 }), approvals, fc.integer({ min: 1, max: 4 }))
  .map(([step, ticket, days]) => ({
    step: aRule({ approvals: step, expiresAfterMs: days * dayMs }),
    ticket: aRule({ approvals: ticket, expiresAfterMs: days * dayMs }),
  }));

export const timesWith = (rules: CaseRules): CaseTimes => ({
  remindAfterMs: dayMs,
  stepMs: 3 * dayMs,
  rules,
});

const prefixes = ['203.0.113.0/24', '198.51.100.0/24', '2001:db8::/48'];
const anyFacts: fc.Arbitrary<CaseFacts> = fc
  .tuple(
    fc.subarray(prefixes, { minLength: 1 }),
    fc.subarray(prefixes),
    fc.constantFrom(64_510, 64_510, 64_510, 64_511),
  )
  .map(([named, settled, peerAsn]) =>
    aCaseFacts({
      peerAsn,
      prefixes: named.map((prefix) =>
        settled.includes(prefix) ? aSettled(prefix) : aCasePrefix({ prefix }),
      ),
    }),
  );

export const anySight: fc.Arbitrary<CaseSight> = fc.record({
  facts: fc.option(anyFacts, { nil: undefined, freq: 30 }),
  isSessionUp: fc.constantFrom(true, false, undefined),
});

const small = fc.nat({ max: 4 });
const step = fc.constantFrom(...doneByPeople);
const anyCommand: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ kind: fc.constant('complete'), step, by: person, note: fc.constantFrom('', 'Leased') }),
  fc.record({
    kind: fc.constant('write-text'),
    by: person,
    title: fc.constantFrom('Proof', ''),
    body: fc.constantFrom('One', 'Two'),
  }),
  fc.record({
    kind: fc.constant('approve'),
    step: fc.constantFrom(...reviewedSteps),
    by: person,
    round: small,
  }),
  fc.record({ kind: fc.constant('send-back'), step, by: person, reason: fc.constant('Not so') }),
  fc.record({ kind: fc.constant('assign'), by: person, to: person }),
  fc.record({
    kind: fc.constant('add-file'),
    file: fc.tuple(person, small).map(([by, n]) => ({ ...aCaseFile({ id: `f-${n}`, sha256: `${n}` }), by })),
  }),
  fc.record({ kind: fc.constant('remove-file'), fileId: small.map((n) => `f-${n}`), by: person }),
  fc.record({ kind: fc.constant('enter-number'), by: person, number: fc.constant('2603020030001234') }),
  fc.record({
    kind: fc.constant('reply'),
    id: small.map((n) => `r-${n}`),
    by: person,
    text: fc.constant('Yes'),
  }),
  fc.record({
    kind: fc.constant('record-answer'),
    id: small.map((n) => `a-${n}`),
    by: person,
    text: fc.constant('Which?'),
    isClosed: fc.boolean(),
  }),
);
const closing: fc.Arbitrary<CaseCommand> = fc.record({
  kind: fc.constant('close'),
  by: person,
  reason: fc.constant('Done elsewhere'),
});

/** What happens next; `next`: somebody does what the case waits for, as far as they may. */
type Act = { readonly afterMs: number; readonly rules: CaseRules; readonly deed: Deed };
type Deed =
  | { readonly kind: 'next'; readonly by: string }
  | { readonly kind: 'command'; readonly command: CaseCommand }
  | { readonly kind: 'look'; readonly sight: CaseSight }
  | { readonly kind: 'hand-over'; readonly facts: CaseFacts; readonly isTaken: boolean }
  | { readonly kind: 'ask-registries' }
  | { readonly kind: 'time' };

const command = (commands: fc.Arbitrary<CaseCommand>) =>
  fc.record({ kind: fc.constant('command'), command: commands });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('next'), by: person }) },
  { weight: 8, arbitrary: command(anyCommand) },
  { weight: 1, arbitrary: command(closing) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look'), sight: anySight }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('hand-over'), facts: anyFacts, isTaken: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.constant({ kind: 'ask-registries' }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'time' }) },
);
const afterMs = fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 3_600_000 }) }, fc.nat({ max: 4 * dayMs }));

/** The policy is mostly the same for all of a life, and sometimes changed in between. */
export const anyLife: fc.Arbitrary<readonly Act[]> = anyRules.chain((usual) =>
  fc.array(
    fc.record({
      afterMs,
      rules: fc.oneof({ weight: 15, arbitrary: fc.constant(usual) }, anyRules),
      deed: anyDeed,
    }),
    { minLength: 30, maxLength: 70, size: 'max' },
  ),
);

/** One thing that happened: undecided `events` are of what was refused. */
export type Turn = Act & {
  readonly before: Case;
  readonly events: readonly CaseEvent[] | undefined;
  readonly after: Case;
  readonly at: Instant;
};

export function liveThrough(acts: readonly Act[]): readonly Turn[] {
  let [it, at] = [aCase(), t0];
  return acts.map((act) => {
    const before = it;
    at += act.afterMs;
    const events = eventsOf(before, act, at);
    it = withEvents(before, events ?? []);
    return { ...act, before, events, after: it, at };
  });
}

function eventsOf(it: Case, { deed, rules }: Act, at: Instant): readonly CaseEvent[] | undefined {
  switch (deed.kind) {
    case 'next':
      return decided(it, nextCommand(it, deed.by), rules, at);
    case 'command':
      return decided(it, deed.command, rules, at);
    case 'look':
      return readCaseFacts(it, deed.sight, at);
    case 'hand-over':
      return it.closed ? [] : handOver(it, deed.facts, deed.isTaken, rules, at);
    case 'ask-registries':
      return !it.closed && isPreflightDue(it) ? [preflightAttached(at)] : [];
    case 'time':
      return passCaseTime(it, timesWith(rules), at);
  }
}

function decided(it: Case, command: CaseCommand, rules: CaseRules, at: Instant) {
  const decision = decideCase(command, it, rules, at);
  return decision.ok ? decision.value : undefined;
}

function nextCommand(it: Case, by: string): CaseCommand {
  const current = currentStep(it) ?? 'configured';
  const record = it.steps[current];
  if (it.submission?.phase === 'by-hand') return { kind: 'enter-number', by, number: '2603020030001234' };
  if (isReviewed(current) && record.state === 'review') {
    return { kind: 'approve', step: current, by, round: record.round };
  }
  const todo: PersonStep | undefined = doneByPeople.find((one) => one === current);
  if (!todo) return { kind: 'reply', id: `r-${it.revision}`, by, text: 'Yes' };
  return { kind: 'complete', step: todo, by, note: 'Leased' };
}

/** What Trunkline does on the way to Microsoft; `isTaken`: Microsoft takes it from us. */
function handOver(
  it: Case,
  facts: CaseFacts,
  isTaken: boolean,
  rules: CaseRules,
  at: Instant,
): readonly CaseEvent[] {
  const byHand: CaseEvent = { kind: 'to-be-submitted-by-hand', at, why: 'not-allowed' };
  const moved = (submission: Extract<CaseEvent, { kind: 'submission-moved' }>['submission']): CaseEvent => ({
    kind: 'submission-moved',
    at,
    submission,
  });
  switch (it.submission?.phase) {
    case 'checking':
      return submissionCheck(it, isTaken ? it.facts : facts, rules, at);
    case 'uploading':
      return [moved({ phase: 'creating', notBefore: at })];
    case 'creating':
      return isTaken ? [moved({ phase: 'numbering', notBefore: at, since: at })] : [byHand];
    case 'numbering':
      return submittedEvents({ number: '2603020030001234', name: 't', how: 'api', status: 'Open' }, at);
    default:
      return [];
  }
}
