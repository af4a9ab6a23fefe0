import type { AuditAct, AuditEntry } from '../../../domain/audit/entry.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { refusalNote } from './audit-refusal.ts';
import { operationNouns } from './operation.ts';

type Facts = {
  /** `the deletion`; `something` where the entry does not say. */
  readonly what: string;
  /** ` of *lon-01*`, or nothing. */
  readonly of: Mrkdwn;
  /** `*lon-01*`. */
  readonly circuit: Mrkdwn;
  /** `the approval of`, where something was tried with a request of somebody. */
  readonly tried: string;
  /** It was a validation ID, which holds the service key. */
  readonly isValidationId: boolean;
  /** Nothing was there before. */
  readonly isFirst: boolean;
};

/** What each act is called, after the name of who did it. */
const acts: Readonly<Record<AuditAct, (facts: Facts) => Mrkdwn>> = {
  request: ({ what, of }) => md`asked for ${what}${of}`,
  approve: ({ what, of }) => md`approved ${what}${of}`,
  reject: ({ what, of }) => md`rejected ${what}${of}`,
  withdraw: ({ what, of }) => md`withdrew ${what}${of}`,
  expire: ({ what, of }) => md`let ${what}${of} expire`,
  stale: ({ what, of }) => md`did not carry out ${what}${of}: it was no longer as approved`,
  execute: ({ what, of }) => md`carries out ${what}${of}`,
  succeed: ({ what, of }) => md`finished ${what}${of}`,
  fail: ({ what, of }) => md`could not finish ${what}${of}`,
  'view-key': ({ of, isValidationId }) => md`saw a ${isValidationId ? 'validation ID' : 'key'}${of}`,
  order: ({ of }) => md`recorded the order${of}`,
  refuse: ({ tried, what, of }) => md`was refused ${[tried, what].filter(Boolean).join(' ')}${of}`,
  subscribe: ({ isFirst }) => (isFirst ? md`subscribed a channel` : md`changed a subscription`),
  unsubscribe: () => md`ended a subscription`,
  resume: () => md`brought a channel back`,
  mute: ({ circuit }) => md`muted ${circuit}`,
  unmute: ({ circuit }) => md`ended the mute of ${circuit}`,
  acknowledge: ({ of }) => md`acknowledged an incident${of}`,
  assign: ({ of }) => md`assigned an incident${of}`,
  quiet: ({ isFirst }) => (isFirst ? md`set quiet hours` : md`changed quiet hours`),
  maintenance: ({ isFirst }) => (isFirst ? md`planned maintenance` : md`ended maintenance`),
  access: () => md`put other rules into force`,
  'case-open': ({ of }) => md`opened a case${of}`,
  'case-step': ({ of }) => md`did a step of a case${of}`,
  'case-approve': ({ of }) => md`approved a step of a case${of}`,
  'case-send-back': ({ of }) => md`sent a step of a case${of} back`,
  'case-assign': ({ of }) => md`assigned a step of a case${of}`,
  'case-expire': ({ of }) => md`let a step of a case${of} expire`,
  'case-comment': ({ of }) => md`commented on a case${of}`,
  'case-file': ({ of }) => md`changed the files of a case${of}`,
  'case-text': ({ of }) => md`wrote the ticket’s text of a case${of}`,
  'case-ticket': ({ of }) => md`moved the support ticket of a case${of} on`,
  'case-answer': ({ of }) => md`recorded an answer in a case${of}`,
  'case-reply': ({ of }) => md`replied to Microsoft in a case${of}`,
  'case-close': ({ of }) => md`closed a case${of}`,
};

/** A sign for how it ended, so that a list can be skimmed. */
const signs: Readonly<Partial<Record<AuditAct, string>>> = {
  succeed: ':white_check_mark:',
  fail: ':x:',
  reject: ':no_entry:',
  refuse: ':no_entry:',
  stale: ':warning:',
};

export function auditActWords({ act, operation, circuit, changes = [], note = '' }: AuditEntry): Mrkdwn {
  const name = circuit ? md`*${circuit.name}*` : md`a circuit`;
  return acts[act]({
    what: operation ? `the ${operationNouns[operation]}` : whatOf(note),
    tried: refusalNote(note).tried,
    of: circuit ? md` of ${name}` : md``,
    circuit: name,
    isValidationId: operation === 'sign',
    isFirst: changes.every(({ before }) => before === ''),
  });
}

/** What was refused where no operation says it: of a case the note itself. */
function whatOf(note: string): string {
  if (note.startsWith('audit:')) return 'the audit trail';
  return note.startsWith('case ') && refusalNote(note).tried !== '' ? '' : 'something';
}

export function auditSign(act: AuditAct): string {
  return signs[act] ?? ':small_blue_diamond:';
}
