import type { Instant } from '../../instant.ts';
import { answer, refuse } from '../../result.ts';
import { approve } from './approve.ts';
import { type Case, isOpen } from './case.ts';
import type { CaseCommand, CaseCommandOf, CaseRefusal, CaseRules } from './command.ts';
import { currentStep, isPreflightDue, isWithMicrosoft } from './current-step.ts';
import type { CaseDecision } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { refusedAnyway, stepsToSendBack } from './may-begin.ts';
import { afterDoing } from './progress.ts';
import type { CaseStep } from './steps.ts';
import { readText } from './text.ts';
import { enterNumber, recordAnswer, reply } from './with-microsoft.ts';

/** What follows from what somebody does with a case, or why they cannot. Who may at all is not asked here. */
export function decideCase(command: CaseCommand, before: Case, rules: CaseRules, now: Instant): CaseDecision {
  const refusal = refusalOf(command, before);
  if (refusal) return refuse(refusal);
  switch (command.kind) {
    case 'complete':
      return complete(command, before, rules, now);
    case 'write-text':
      return writeText(command, before, rules, now);
    case 'approve':
      return approve(command, before, rules, now);
    case 'send-back':
      return sendBack(command, before, now);
    case 'assign':
      return assign(command, before, now);
    case 'comment': {
      const text = readText('comment', command.text);
      return text.ok ? answer([{ kind: 'commented', at: now, by: command.by, text: text.value }]) : text;
    }
    case 'add-file':
      return addFile(command, before, now);
    case 'remove-file':
      return removeFile(command, before, now);
    case 'enter-number':
      return enterNumber(command, before, now);
    case 'reply':
      return reply(command, before, now);
    case 'record-answer':
      return recordAnswer(command, before, now);
    case 'close':
      return close(command, now);
  }
}

/** A command that names its step is refused by how that step stands. */
function refusalOf({ kind }: CaseCommand, before: Case): CaseRefusal | undefined {
  if (kind !== 'complete' && kind !== 'send-back') return refusedAnyway(kind, before);
  return isOpen(before) ? undefined : { code: 'case-over', id: before.id };
}

function complete(
  { step, by, note: written }: CaseCommandOf<'complete'>,
  before: Case,
  rules: CaseRules,
  now: Instant,
): CaseDecision {
  const { id, steps, files } = before;
  if (steps[step].state !== 'open') return notNow(before, step);
  if (step === 'registries' && isPreflightDue(before)) return refuse({ code: 'case-preflight-missing', id });
  const isNoteNeeded = step === 'registries' || (step === 'evidence' && !files.some(isEvidence));
  if (step === 'evidence' && isNoteNeeded && written.trim() === '') {
    return refuse({ code: 'case-evidence-missing', id });
  }
  const note = readText('note', written, isNoteNeeded);
  if (!note.ok) return note;
  return answer(afterDoing(before, step, { by, note: note.value }, rules, now));
}

/** What people brought; what Trunkline found in registries proves nothing by itself. */
function isEvidence({ by, isRemoved }: Case['files'][number]): boolean {
  return by !== undefined && !isRemoved;
}

function notNow(before: Case, step: CaseStep): CaseDecision {
  const now = currentStep(before);
  return refuse({ code: 'case-step-not-now', id: before.id, step, ...(now === undefined ? {} : { now }) });
}

/** Also while it is being approved: the approvals were for another text then. */
function writeText(
  { by, title: typedTitle, body: typedBody }: CaseCommandOf<'write-text'>,
  before: Case,
  rules: CaseRules,
  now: Instant,
): CaseDecision {
  const { state } = before.steps['ticket-text'];
  if (state !== 'open' && state !== 'review') return notNow(before, 'ticket-text');
  const title = readText('title', typedTitle);
  if (!title.ok) return title;
  const body = readText('body', typedBody);
  if (!body.ok) return body;
  const text = { title: title.value, body: body.value, at: now, author: by };
  const written = { kind: 'text-written', at: now, text } as const;
  return answer([written, ...afterDoing(evolve(before, written), 'ticket-text', { by }, rules, now)]);
}

function sendBack(
  { step, by, reason: typed }: CaseCommandOf<'send-back'>,
  before: Case,
  now: Instant,
): CaseDecision {
  if (isWithMicrosoft(before)) return refuse({ code: 'case-with-microsoft', id: before.id });
  const reason = readText('reason', typed);
  if (!reason.ok) return reason;
  if (!stepsToSendBack(before).includes(step)) return notNow(before, step);
  return answer([{ kind: 'sent-back', at: now, step, by, reason: reason.value }]);
}

function assign({ by, to }: CaseCommandOf<'assign'>, before: Case, now: Instant): CaseDecision {
  const step = currentStep(before) ?? 'configured';
  const record = before.steps[step];
  if ('assignee' in record && record.assignee === to) return answer([]);
  return answer([{ kind: 'assigned', at: now, step, by, to }]);
}

function addFile({ file }: CaseCommandOf<'add-file'>, before: Case, now: Instant): CaseDecision {
  const { id } = before;
  const kept = before.files.filter(({ isRemoved }) => !isRemoved);
  const same = kept.find(({ sha256 }) => sha256 === file.sha256);
  if (same) return refuse({ code: 'case-file-twice', id, name: same.name });
  return answer([
    { kind: 'file-added', at: now, file },
    ...evidenceAnew(before, file.by, `${file.name} was added`, now),
  ]);
}

/** What was put forward or approved was other evidence: it is to be looked at again. */
function evidenceAnew({ steps }: Case, by: string, reason: string, at: Instant): readonly CaseEvent[] {
  const { state } = steps.evidence;
  if (state !== 'review' && state !== 'done') return [];
  return [{ kind: 'sent-back', at, step: 'evidence', by, reason }];
}

function removeFile({ fileId, by }: CaseCommandOf<'remove-file'>, before: Case, now: Instant): CaseDecision {
  const { id } = before;
  const file = before.files.find((one) => one.id === fileId && one.by !== undefined && !one.isRemoved);
  if (!file) return refuse({ code: 'case-file-unknown', id });
  return answer([
    { kind: 'file-removed', at: now, fileId, name: file.name, by },
    ...evidenceAnew(before, by, `${file.name} was taken out`, now),
  ]);
}

function close({ by, reason: typed }: CaseCommandOf<'close'>, now: Instant): CaseDecision {
  const reason = readText('reason', typed);
  if (!reason.ok) return reason;
  return answer([
    { kind: 'closed', at: now, closing: { at: now, why: 'by-hand', by, reason: reason.value } },
  ]);
}
