import type { Mover } from '../../approval/trail.ts';
import type { AuditAct, AuditEntry } from '../../audit/entry.ts';
import type { Case } from './case.ts';
import type { CaseEvent, CaseEventKind } from './event.ts';

/** One entry for each event that the audit trail knows: every step, approval, comment and file. */
export function caseTrail(events: readonly CaseEvent[], after: Case, mover: Mover): readonly AuditEntry[] {
  return events.flatMap((event, index): readonly AuditEntry[] => {
    const act = acts[event.kind];
    if (!act) return [];
    const note = noteOf(event);
    const { userId, channelId } = isOurs(event) ? {} : mover;
    return [
      {
        id: `${after.id}.${after.revision}.${index}`,
        at: event.at,
        ...(userId === undefined ? {} : { by: userId }),
        ...(channelId === undefined ? {} : { channelId }),
        act,
        caseId: after.id,
        circuit: { id: after.circuit.id, name: after.circuit.name },
        ...(note === undefined ? {} : { note: note.slice(0, noteLimit) }),
      },
    ];
  });
}

/** What Trunkline does because somebody approved something: they did not write its text, nor ask for its submission. */
function isOurs(event: CaseEvent): boolean {
  if (event.kind === 'text-written') return event.text.author === undefined;
  return event.kind === 'review-asked' && event.step === 'submission';
}

/** Whole comments and answers stand in the thread; the trail names them. */
const noteLimit = 500;

const acts: Readonly<Record<CaseEventKind, AuditAct | undefined>> = {
  'step-begun': undefined,
  'review-asked': 'case-step',
  approved: 'case-approve',
  'step-done': 'case-step',
  'sent-back': 'case-send-back',
  assigned: 'case-assign',
  reminded: undefined,
  'step-expired': 'case-expire',
  commented: 'case-comment',
  'file-added': 'case-file',
  'file-removed': 'case-file',
  'preflight-attached': 'case-file',
  'text-written': 'case-text',
  'facts-read': undefined,
  'unlike-ticket': undefined,
  'submission-moved': undefined,
  'files-left-out': 'case-file',
  'to-be-submitted-by-hand': 'case-ticket',
  submitted: 'case-ticket',
  'ticket-found': 'case-ticket',
  'status-changed': 'case-ticket',
  answered: 'case-answer',
  replied: 'case-reply',
  'reply-sent': undefined,
  'reply-refused': 'case-reply',
  'step-skipped': undefined,
  closed: 'case-close',
  'files-removed': 'case-file',
};

function noteOf(event: CaseEvent): string | undefined {
  switch (event.kind) {
    case 'review-asked':
      return event.step === 'submission'
        ? 'submission waits for approval'
        : `${event.step} done, waits for approval`;
    case 'approved':
      return event.step;
    case 'step-done':
      return [`${event.step} over`, event.note].filter(Boolean).join(': ');
    case 'sent-back':
      return `${event.step}: ${event.reason}`;
    case 'assigned':
      return `${event.step} to ${event.to}`;
    case 'step-expired':
      return event.step;
    case 'commented':
      return event.text;
    case 'file-added':
      return fileNote('added', event.file);
    case 'preflight-attached':
      return fileNote('made', event.file);
    case 'file-removed':
      return `removed ${event.name}`;
    case 'text-written':
      return event.text.title;
    case 'files-left-out':
      return `Microsoft did not take the files: ${event.why}`;
    case 'to-be-submitted-by-hand':
      return `to be opened by hand: ${event.why}`;
    case 'submitted':
      return `ticket ${event.number}, ${event.how}`;
    case 'ticket-found':
      return `seen in Azure as ${event.name}`;
    case 'status-changed':
      return event.status;
    case 'answered':
    case 'replied':
      return event.body;
    case 'reply-refused':
      return event.why;
    case 'closed':
      return [event.closing.why, event.closing.reason].filter(Boolean).join(': ');
    case 'files-removed':
      return 'files removed';
    default:
      return undefined;
  }
}

/** The fingerprint says later which file it was, when the file itself is gone. */
function fileNote(word: string, { name, kind, bytes, sha256 }: Case['files'][number]): string {
  return `${word} ${name} (${kind}, ${bytes} bytes, SHA-256 ${sha256})`;
}
