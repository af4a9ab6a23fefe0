import type { Input } from '../../writes/values.ts';

/** Names of the inputs of a case's forms. */
export const caseInputs = {
  note: { block: 'case.note', action: 'case.note' },
  title: { block: 'case.title', action: 'case.title' },
  body: { block: 'case.body', action: 'case.body' },
  reason: { block: 'case.reason', action: 'case.reason' },
  step: { block: 'case.step', action: 'case.step' },
  comment: { block: 'case.comment', action: 'case.comment' },
  assignee: { block: 'case.assignee', action: 'case.assignee' },
  kind: { block: 'case.kind', action: 'case.kind' },
  file: { block: 'case.file', action: 'case.file' },
  number: { block: 'case.number', action: 'case.number' },
  reply: { block: 'case.reply', action: 'case.reply' },
  answer: { block: 'case.answer', action: 'case.answer' },
  closed: { block: 'case.closed', action: 'case.closed' },
} as const satisfies Readonly<Record<string, Input>>;
