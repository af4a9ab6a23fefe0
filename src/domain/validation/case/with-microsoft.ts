import type { Instant } from '../../instant.ts';
import { answer, refuse } from '../../result.ts';
import type { Case, Ticket } from './case.ts';
import type { CaseCommandOf } from './command.ts';
import type { CaseDecision } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { readText } from './text.ts';

/** Microsoft's numbers are digits alone; today's have 16 (recorded), older ones 15. */
const ticketNumber = /^\d{10,20}$/u;

/** A person opened the ticket in the portal. A number that was mistyped can be corrected until Azure shows the ticket. */
export function enterNumber(
  { by, number: typed }: CaseCommandOf<'enter-number'>,
  before: Case,
  at: Instant,
): CaseDecision {
  const { id, ticket } = before;
  const number = typed.trim();
  if (!ticketNumber.test(number))
    return refuse({ code: 'case-number-malformed', id, value: number.slice(0, 40) });
  if (number === ticket?.number) return answer([]);
  const entered = { number, how: 'by-hand', by, status: 'Open' } as const;
  return answer(ticket ? [{ kind: 'submitted', at, ...entered }] : submittedEvents(entered, at));
}

/** A person is to open the ticket, or did, and Azure does not show it yet. */
export function takesNumber({ submission, ticket }: Pick<Case, 'submission' | 'ticket'>): boolean {
  if (ticket) return ticket.how === 'by-hand' && ticket.name === undefined;
  return submission?.phase === 'by-hand';
}

/** Microsoft has it: its answers are waited for. */
export function submittedEvents(
  ticket: { number: string; name?: string; how: 'api' | 'by-hand'; by?: string; status: string },
  at: Instant,
): readonly CaseEvent[] {
  const who = ticket.by === undefined ? {} : { by: ticket.by };
  return [
    { kind: 'submitted', at, ...ticket },
    { kind: 'step-done', at, step: 'submission', ...who },
    { kind: 'step-begun', at, step: 'answers' },
  ];
}

/** The form was sent twice: Slack, or somebody who saw no answer, tried again. */
function isSaid({ messages, seen }: Ticket, id: string): boolean {
  return seen.includes(id) || messages.some((message) => message.id === id);
}

/** Goes to Microsoft, or, where Azure does not let us, is for a person to put into the portal. */
export function reply(
  { id, by, text: typed }: CaseCommandOf<'reply'>,
  before: Case,
  at: Instant,
): CaseDecision {
  const { ticket } = before;
  if (!ticket) return refuse({ code: 'case-not-submitted', id: before.id });
  if (isSaid(ticket, id)) return answer([]);
  const text = readText('reply', typed);
  if (!text.ok) return text;
  const delivery = ticket.name === undefined ? 'by-hand' : 'owed';
  return answer([{ kind: 'replied', at, id, by, body: text.value, delivery }]);
}

export function recordAnswer(
  { id, by, text: typed, isClosed }: CaseCommandOf<'record-answer'>,
  before: Case,
  at: Instant,
): CaseDecision {
  const { ticket } = before;
  if (!ticket) return refuse({ code: 'case-not-submitted', id: before.id });
  if (ticket.name !== undefined) return refuse({ code: 'case-not-by-hand', id: before.id });
  if (isSaid(ticket, id)) return answer([]);
  const text = readText('reply', typed);
  if (!text.ok) return text;
  const answered: CaseEvent = { kind: 'answered', at, id, from: 'microsoft', body: text.value, by };
  const closed = isClosed && ticket.status !== 'Closed';
  return answer(closed ? [answered, { kind: 'status-changed', at, status: 'Closed', by }] : [answered]);
}
