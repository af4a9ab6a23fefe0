import type { CaseEntriesNotice } from '../../../domain/alert/notice.ts';
import type { CaseEntry } from '../../../domain/validation/case/event.ts';
import { caseSteps, stepNumber } from '../../../domain/validation/case/steps.ts';
import { type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { byHandWords } from './by-hand-words.ts';
import { closedWords } from './closed-words.ts';
import { evidenceNames } from './evidence-names.ts';
import { fileSize } from './file-size.ts';
import { preflightTexts } from './preflight-texts.ts';
import { stepNames, stepNouns } from './step-names.ts';

/** `texts` stand below the line, and below them `quote`, which somebody wrote. */
export type EntryWords = {
  readonly line: Mrkdwn;
  readonly texts?: readonly Mrkdwn[];
  readonly quote?: string;
};

/** A method's type, and not a function's: only that may be called with whatever entry its kind was looked up by. */
type Say<E> = { say(entry: E, notice: CaseEntriesNotice): EntryWords }['say'];
type Says = { readonly [K in CaseEntry['kind']]: Say<Extract<CaseEntry, { readonly kind: K }>> };

/** What happened, in the thread’s words. */
export function entryWords(entry: CaseEntry, notice: CaseEntriesNotice): EntryWords {
  const say: Say<CaseEntry> = says[entry.kind];
  return say(entry, notice);
}

const says: Says = {
  'step-begun': ({ step }) =>
    just(md`:arrow_right: Step ${stepNumber(step)} of ${caseSteps.length} begins: ${stepNouns[step]}.`),
  'review-asked': ({ step, by, note }) => ({
    line:
      step === 'submission'
        ? md`:grey_question: The submission to Microsoft waits for approval.`
        : md`:grey_question: ${who(by)} put ${stepNouns[step]} forward for approval.`,
    ...quoting(note),
  }),
  approved: ({ step, by, missing }) =>
    just(
      missing > 0
        ? md`:+1: ${person(by)} approved ${stepNouns[step]}; ${missing} more needed.`
        : md`:white_check_mark: ${person(by)} approved ${stepNouns[step]}.`,
    ),
  // With the approval it was said who did it, and their note when they put it forward.
  'step-done': ({ step, by, note }, { entries }) => ({
    line: md`:white_check_mark: Step ${stepNumber(step)} of ${caseSteps.length} is done${by ? md` by ${person(by)}` : nothing}: ${stepNouns[step]}.`,
    ...(entries.some((entry) => entry.kind === 'approved' && entry.step === step) ? {} : quoting(note)),
  }),
  'sent-back': ({ step, by, reason }) => ({
    line: md`:leftwards_arrow_with_hook: ${who(by)} sent ${stepNouns[step]} back.`,
    quote: reason,
  }),
  assigned: ({ step, by, to }) =>
    just(md`:bust_in_silhouette: ${person(by)} gave ${stepNouns[step]} to ${person(to)}.`),
  reminded: ({ step }, { assignee }) =>
    just(
      md`:bell: ${assignee ? md`${person(assignee)}, ` : nothing}${stepNouns[step]} still waits. The message above says for whom.`,
    ),
  'step-expired': ({ step }) =>
    just(
      md`:hourglass: Nobody acted on ${stepNouns[step]} in time: approvals that were given are void, and anybody may take it.`,
    ),
  commented: ({ by, text }) => ({ line: md`:speech_balloon: ${person(by)} comments:`, quote: text }),
  'file-added': ({ file }) =>
    just(
      md`:paperclip: ${who(file.by)} added ${file.name} (${evidenceNames[file.kind]}, ${fileSize(file.bytes)}).`,
    ),
  'file-removed': ({ name, by }) => just(md`:paperclip: ${person(by)} took ${name} out.`),
  'preflight-attached': ({ preflight }) => ({
    line: md`:mag: What the registries say, ${moment(preflight.at)}. The whole answer is among the case’s files.`,
    texts: preflightTexts(preflight),
  }),
  'text-written': ({ text }) => ({
    line: text.author
      ? md`:memo: ${person(text.author)} wrote the ticket’s text.`
      : md`:memo: I wrote a text for the ticket, from the facts.`,
    texts: [md`*${text.title}*`],
    quote: text.body,
  }),
  'unlike-ticket': ({ changes }) => ({
    line: md`:warning: This changed since the ticket was opened. Tell Microsoft in a reply:`,
    quote: changes.join('\n'),
  }),
  'facts-read': ({ settled }) =>
    just(
      md`:large_green_circle: Microsoft accepted ${settled.slice(0, 20).join(', ')}${settled.length > 20 ? ` and ${settled.length - 20} more` : ''}.`,
    ),
  'files-left-out': ({ why }) =>
    just(
      md`:warning: Microsoft did not take the files (${whole(why)}). The ticket goes without them: add them in the portal.`,
    ),
  'to-be-submitted-by-hand': ({ why, detail }) =>
    just(md`:raised_hand: ${byHandWords({ why, ...(detail === undefined ? {} : { detail }) })}`),
  submitted: ({ number, how, by }) =>
    just(
      how === 'api'
        ? md`:incoming_envelope: Microsoft has it: ticket ${number}.`
        : md`:incoming_envelope: ${who(by)} opened ticket ${number} by hand.`,
    ),
  'ticket-found': () =>
    just(md`:link: Azure shows me the ticket: Microsoft’s answers come here by themselves.`),
  'status-changed': ({ status, by }) =>
    just(md`:ticket: The ticket is ${status}${by ? md`, says ${person(by)}` : nothing}.`),
  answered: ({ from, sender, by, body }) => ({
    line:
      from === 'microsoft'
        ? md`:office: *Microsoft*${sender ? md` (${sender})` : nothing}${by ? md`, recorded by ${person(by)}` : nothing}`
        : md`:incoming_envelope: Written in the portal${sender ? md` by ${sender}` : nothing}`,
    quote: body,
  }),
  replied: ({ by, body, delivery }) => ({
    line:
      delivery === 'owed'
        ? md`:outbox_tray: ${person(by)} replies to Microsoft:`
        : md`:outbox_tray: ${person(by)} replies to Microsoft. I cannot send it: put it into the ticket in the portal.`,
    quote: body,
  }),
  'reply-sent': () => just(md`:white_check_mark: Microsoft has the reply.`),
  'reply-refused': ({ why }) =>
    just(
      md`:warning: Microsoft does not take the reply from me (${whole(why)}). Put it into the ticket in the portal.`,
    ),
  'step-skipped': ({ step }) => just(md`:heavy_minus_sign: ${stepNames[step]}: not needed any more.`),
  closed: ({ closing }) => closedWords(closing),
  'files-removed': () =>
    just(
      md`:wastebasket: I have removed the case’s files; those in this thread stay. Their fingerprints are in the audit trail.`,
    ),
};

function just(line: Mrkdwn): EntryWords {
  return { line };
}

function quoting(note: string | undefined): Pick<EntryWords, 'quote'> {
  return note ? { quote: note } : {};
}

function who(userId: string | undefined): Mrkdwn {
  return userId ? person(userId) : md`Trunkline`;
}
