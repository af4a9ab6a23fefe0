import { addressOf } from '../../src/domain/circuit/circuit-id.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type {
  Case,
  CaseFacts,
  CaseFile,
  CasePrefix,
  Submission,
} from '../../src/domain/validation/case/case.ts';
import type { CaseCommand, CaseRules } from '../../src/domain/validation/case/command.ts';
import { decideCase } from '../../src/domain/validation/case/decide.ts';
import type { CaseEvent } from '../../src/domain/validation/case/event.ts';
import { advanceCase } from '../../src/domain/validation/case/evolve.ts';
import { newCase } from '../../src/domain/validation/case/open-case.ts';
import { submittedEvents } from '../../src/domain/validation/case/with-microsoft.ts';
import { aCircuit, t0 } from './a-circuit.ts';
import { adam, ana, approvalsChannel, aRule, omar } from './a-request.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** One approval of a step, two of a submission, each within three days: as where the policy file says nothing. */
export function aCaseRules(overrides: Partial<CaseRules> = {}): CaseRules {
  const step = aRule({ expiresAfterMs: 3 * dayMs });
  return { step, ticket: { ...step, approvals: 2 }, ...overrides };
}

export function aCasePrefix(overrides: Partial<CasePrefix> = {}): CasePrefix {
  return { prefix: '203.0.113.0/24', family: 'ipv4', state: 'ValidationNeeded', ...overrides };
}

export function aSettled(prefix: string): CasePrefix {
  return aCasePrefix({ prefix, state: 'Configured', isSettled: true });
}

export function aCaseFacts(overrides: Partial<CaseFacts> = {}): CaseFacts {
  return {
    peerAsn: 64_510,
    customerAsn: 64_510,
    routingRegistry: 'RIPENCC',
    prefixes: [aCasePrefix()],
    ...overrides,
  };
}

export function aCaseFile(overrides: Partial<CaseFile> = {}): CaseFile & { readonly by: string } {
  return {
    id: 'f-loa',
    name: 'letter.pdf',
    kind: 'letter-of-authorization',
    bytes: 48_213,
    sha256: 'a'.repeat(64),
    at: t0,
    by: omar,
    ...overrides,
  };
}

/** Just opened by Omar for lon-01, which advertises one prefix. */
export function aCase(overrides: Partial<Case> = {}): Case {
  const beginning = {
    id: 'CASE-7K2Q9M',
    circuit: addressOf(aCircuit()),
    facts: aCaseFacts(),
    why: 'validation-needed',
    by: omar,
    channelId: approvalsChannel,
  } as const;
  return { ...newCase(beginning, t0), ...overrides };
}

export function preflightAttached(at: Instant): CaseEvent {
  const file: CaseFile = {
    id: 'f-preflight',
    name: 'what-the-registries-say.txt',
    kind: 'preflight',
    bytes: 1_204,
    sha256: 'b'.repeat(64),
    at,
  };
  const verdict = {
    prefix: '203.0.113.0/24',
    verdict: 'manual ticket',
    reason: 'The holder is Example Leasing.',
  };
  return {
    kind: 'preflight-attached',
    at,
    preflight: { at, fileId: file.id, verdicts: [verdict], silent: ['whois.radb.net'] },
    file,
  };
}

/** A case after what somebody does; what is refused is a mistake of the test. */
export function afterCommand(
  it: Case,
  command: CaseCommand,
  { at = t0, rules = aCaseRules() }: { readonly at?: Instant; readonly rules?: CaseRules } = {},
): Case {
  const decided = decideCase(command, it, rules, at);
  if (!decided.ok) throw new Error(`${command.kind}: ${decided.refusal.code}`);
  return advanceCase(it, decided.value);
}

const move = (submission: Submission) => (at: Instant) =>
  [{ kind: 'submission-moved', at, submission }] satisfies readonly CaseEvent[];
const ticket = {
  number: '2603020030001234',
  name: 'trunkline-case-7k2q9m',
  how: 'api',
  status: 'Open',
} as const;
const done = (step: Extract<CaseCommand, { kind: 'complete' }>['step'], note = ''): CaseCommand => ({
  kind: 'complete',
  step,
  by: omar,
  note,
});
const approval = (step: Extract<CaseCommand, { kind: 'approve' }>['step'], by: string): CaseCommand => ({
  kind: 'approve',
  step,
  by,
  round: 1,
});

/** What leads to each stage from the one before it: Omar does, Ana and Adam approve, Trunkline hands it over. */
const way = {
  open: () => [],
  'prefixes-review': done('prefixes'),
  registries: approval('prefixes', ana),
  'registries-asked': (at: Instant) => [preflightAttached(at)],
  evidence: done('registries', 'The space is leased.'),
  'evidence-added': { kind: 'add-file', file: aCaseFile() },
  'evidence-review': done('evidence', 'Contract EX-2291.'),
  'ticket-text': approval('evidence', ana),
  'ticket-text-review': done('ticket-text'),
  submission: approval('ticket-text', ana),
  'submission-approved-once': approval('submission', ana),
  checking: approval('submission', adam),
  uploading: move({ phase: 'uploading', notBefore: t0 }),
  creating: move({ phase: 'creating', notBefore: t0, workspace: 'trunkline-case-7k2q9m-1' }),
  numbering: move({ phase: 'numbering', notBefore: t0, since: t0 }),
  answers: (at: Instant) => submittedEvents(ticket, at),
} as const satisfies Record<string, CaseCommand | ((at: Instant) => readonly CaseEvent[])>;
export type CaseStage = keyof typeof way;

const stages = Object.entries(way);
export const caseStages = stages.map(([name]) => name);

/** A case that went straight to this stage, a minute for each. */
export function caseAt(stage: CaseStage, overrides: Partial<Case> = {}): Case {
  const last = caseStages.indexOf(stage);
  return stages
    .slice(0, last + 1)
    .reduce(
      (it, [, next], index) =>
        typeof next === 'function'
          ? withEvents(it, next(t0 + index * minuteMs))
          : afterCommand(it, next, { at: t0 + index * minuteMs }),
      aCase(overrides),
    );
}

export function withEvents(it: Case, events: readonly CaseEvent[]): Case {
  return events.length === 0 ? it : advanceCase(it, events);
}

/** Approved, and for a person to open in the portal. */
export function byHandCase(why: 'not-allowed' | 'no-contact' = 'not-allowed', at = t0): Case {
  return withEvents(caseAt('creating'), [{ kind: 'to-be-submitted-by-hand', at, why }]);
}
