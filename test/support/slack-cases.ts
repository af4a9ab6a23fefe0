import type { CaseEntriesNotice, CaseNotice, Notice } from '../../src/domain/alert/notice.ts';
import { addressOf } from '../../src/domain/circuit/circuit-id.ts';
import { addressFamilies } from '../../src/domain/peering/peering.ts';
import {
  byHandReasons,
  type Case,
  evidenceKinds,
  openReasons,
  type StepRecord,
} from '../../src/domain/validation/case/case.ts';
import { fileLimit, textLimits } from '../../src/domain/validation/case/command.ts';
import type { CaseEntry } from '../../src/domain/validation/case/event.ts';
import { caseView } from '../../src/domain/validation/case/view.ts';
import {
  aCase,
  aCaseFacts,
  aCaseFile,
  aCasePrefix,
  afterCommand,
  aSettled,
  byHandCase,
  type CaseStage,
  caseAt,
  dayMs,
  withEvents,
} from './a-case.ts';
import { t0 } from './a-circuit.ts';
import { adam, ana } from './a-request.ts';
import { caseEntriesOf, longest } from './slack-case-entries.ts';
import { type Cast, channelId, owner } from './slack-cast.ts';

/** Each stage that a case goes through, but for what only Trunkline sees. */
const shownStages: readonly CaseStage[] = [
  'open',
  'prefixes-review',
  'registries',
  'registries-asked',
  'evidence',
  'evidence-added',
  'evidence-review',
  'ticket-text',
  'ticket-text-review',
  'submission',
  'submission-approved-once',
  'checking',
  'uploading',
  'creating',
  'numbering',
  'answers',
];

/** Each stage of a case, each ending, and as much of everything as it holds. */
export function casesOf(cast: Cast): readonly Case[] {
  const { text, known } = cast;
  const circuit = addressOf(known.circuit);
  const at = t0 + dayMs;
  const reason = longest(text, textLimits.reason);
  const staged = shownStages.map((stage) => caseAt(stage, { circuit }));
  const sent = afterCommand(caseAt('submission', { circuit }), {
    kind: 'send-back',
    step: 'evidence',
    by: ana,
    reason,
  });
  const written = afterCommand(caseAt('ticket-text', { circuit }), {
    kind: 'write-text',
    by: owner,
    title: longest(text, textLimits.title),
    body: longest(text, textLimits.body),
  });
  const answered = withEvents(caseAt('answers', { circuit }), [
    { kind: 'answered', at, id: 'a-1', from: 'microsoft', body: text },
  ]);
  const endings = [
    { at, why: 'configured' },
    { at, why: 'withdrawn' },
    { at, why: 'by-hand', by: owner, reason },
  ] as const;
  return [
    ...staged,
    ...openReasons.map((why) => aCase({ circuit, opened: { at: t0, why } })),
    sent,
    written,
    afterCommand(sent, { kind: 'assign', by: ana, to: adam }),
    answered,
    afterCommand(answered, { kind: 'reply', id: 'r-1', by: owner, text: 'It is attached.' }, { at }),
    ...byHandReasons.flatMap((why) =>
      [{}, { detail: text }].map((more): Case => {
        const submission = { phase: 'by-hand', since: at, why, ...more } as const;
        return { ...caseAt('checking', { circuit }), submission };
      }),
    ),
    afterCommand(
      { ...byHandCase(), circuit },
      { kind: 'enter-number', by: owner, number: '2603020030001234' },
    ),
    partlySettled({ ...answered, facts: aCaseFacts() }),
    allSettled({ ...answered, facts: aCaseFacts() }, at),
    ...endings.map((closing) => withEvents(answered, [{ kind: 'closed', at, closing }])),
    withEvents(aCase({ circuit }), [{ kind: 'closed', at, closing: endings[2] }]),
    largest(cast),
  ];
}

function partlySettled(it: Case): Case {
  const facts = aCaseFacts({ prefixes: [aCasePrefix(), aSettled('198.51.100.0/24')] });
  return { ...it, facts };
}

function allSettled(it: Case, at: number): Case {
  const facts = aCaseFacts({ prefixes: [aSettled('203.0.113.0/24')] });
  const settled = ['203.0.113.0/24'];
  return withEvents(it, [
    { kind: 'facts-read', at, facts, settled },
    { kind: 'step-done', at, step: 'answers' },
    { kind: 'step-begun', at, step: 'configured' },
  ]);
}

/** As much of everything as a case holds: 400 prefixes, ten files, every text as long as it may be. */
function largest({ text, known }: Cast): Case {
  const note = longest(text, textLimits.note);
  const full = ({ state, ...rest }: Extract<StepRecord, { state: 'done' }>) => ({
    ...rest,
    state,
    note,
    approvals: [ana, adam, owner].map((by) => ({ by, at: t0 })),
  });
  const it = caseAt('answers', { circuit: addressOf(known.circuit) });
  const steps = Object.entries(it.steps).map(([step, record]) => [
    step,
    record.state === 'done' ? full(record) : record,
  ]);
  return {
    ...it,
    steps: { ...it.steps, ...Object.fromEntries(steps) },
    facts: aCaseFacts({ peerAsn: 4_294_967_295, customerAsn: 4_294_967_295, prefixes: manyPrefixes(text) }),
    files: Array.from({ length: fileLimit }, (_, index) =>
      aCaseFile({
        id: `f-${index}`,
        name: `${`${index}${longest(text, 96)}`.slice(0, 96)}.pdf`,
        kind: evidenceKinds[index % evidenceKinds.length] ?? 'other',
      }),
    ),
  };
}

function manyPrefixes(text: string) {
  return Array.from({ length: 400 }, (_, index) => {
    const family = addressFamilies[index % 2] ?? 'ipv4';
    const prefix = family === 'ipv4' ? `203.0.${index % 256}.0/24` : `2001:db8:1234:5678:${index}::/80`;
    return index % 7 === 0
      ? aSettled(prefix)
      : aCasePrefix({ prefix, family, state: { unrecognised: text } });
  });
}

/** Every notice about cases: each stage and ending of the card, each entry of the thread alone and with others. */
export function caseNoticesOf(cast: Cast): {
  readonly case: readonly CaseNotice[];
  readonly 'case-entries': readonly CaseEntriesNotice[];
} {
  const circuit = addressOf(cast.known.circuit);
  const notice = (entries: readonly CaseEntry[], assignee?: string): CaseEntriesNotice => ({
    kind: 'case-entries',
    caseId: 'CASE-7K2Q9M',
    circuit,
    entries,
    ...(assignee === undefined ? {} : { assignee }),
  });
  const entries = Object.values(caseEntriesOf(cast.text)).flat();
  return {
    case: casesOf(cast).map((it) => ({ kind: 'case', view: caseView(it) })),
    'case-entries': [
      ...entries.map((entry) => notice([entry])),
      ...entries.filter(({ kind }) => kind === 'reminded').map((entry) => notice([entry], owner)),
      notice(entries.slice(0, 8)),
    ],
  };
}

/** One of each, for what only counts kinds. */
export const aCaseNotice = {
  kind: 'case',
  view: caseView(caseAt('evidence-review', { channelId })),
} as const satisfies Notice;
