import type { Case } from './case.ts';
import type { CaseEvent } from './event.ts';
import { evolveStep } from './evolve-step.ts';
import { evolveTicket } from './evolve-ticket.ts';

/** A case after what was decided together, one revision on. */
export function advanceCase(before: Case, events: readonly CaseEvent[]): Case {
  return { ...events.reduce(evolve, before), revision: before.revision + 1 };
}

/** A case after one event. */
export function evolve(before: Case, event: CaseEvent): Case {
  const steps = evolveStep(before.steps, event);
  const after = steps === before.steps ? before : { ...before, steps };
  return evolveTicket(evolveFacts(after, event), event);
}

function evolveFacts(before: Case, event: CaseEvent): Case {
  switch (event.kind) {
    case 'sent-back':
      return { ...before, submission: undefined };
    case 'file-added':
      return { ...before, files: [...before.files, event.file] };
    case 'file-removed':
      return {
        ...before,
        files: before.files.map((file) => (file.id === event.fileId ? { ...file, isRemoved: true } : file)),
      };
    case 'preflight-attached':
      return {
        ...before,
        preflight: event.preflight,
        files: [
          ...before.files.map((file) =>
            file.kind === 'preflight' ? { ...file, isRemoved: true as const } : file,
          ),
          event.file,
        ],
      };
    case 'text-written':
      return { ...before, text: event.text };
    case 'facts-read':
      return { ...before, facts: event.facts };
    case 'closed':
      return { ...before, closed: event.closing };
    case 'files-removed':
      return {
        ...before,
        files: before.files.map((file) => ({ ...file, isRemoved: true })),
        closed: before.closed && { ...before.closed, filesRemoved: true },
      };
    default:
      return before;
  }
}
