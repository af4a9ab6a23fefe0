import type { Instant } from '../../domain/instant.ts';
import { type Case, isOpen, type Ticket } from '../../domain/validation/case/case.ts';
import type { CaseEvent } from '../../domain/validation/case/event.ts';
import { AzureFault } from '../ports.ts';
import type { Communication, SupportTicket } from '../validation/support.ts';
import { ticketName } from './create-ticket.ts';
import { moveLatest } from './move-case.ts';
import type { CaseRunDeps } from './run-deps.ts';

/** What Microsoft said since the last look, and how the ticket stands. When to look again. */
export async function mirrorTicket(deps: CaseRunDeps, it: Case): Promise<Instant> {
  const later = deps.now() + deps.mirrorMs;
  const { ticket } = it;
  if (!ticket) return later;
  try {
    await (ticket.name === undefined ? find(deps, it, ticket) : read(deps, it, ticket.name));
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    const isOurs = fault.kind === 'forbidden' || fault.kind === 'refused' || fault.kind === 'not-found';
    if (!isOurs) deps.log.warn({ err: fault }, 'a support ticket could not be read');
    return Math.max(later, deps.now() + (fault.retryAfterMs ?? 0));
  }
  return later;
}

/**
 * One that a person opened: from the moment that Azure shows it to us, it is as one of ours. A number that is another
 * matter's would show its letters to whoever reads this channel: that one is as good as not shown.
 */
async function find(deps: CaseRunDeps, it: Case, { number }: Ticket): Promise<void> {
  const found = await deps.support.findTicket(it.circuit.subscriptionId, number);
  if (!found || isAboutAnother(found, it)) return;
  const at = deps.now();
  const event = { kind: 'ticket-found', at, name: found.name } as const;
  await moveLatest(deps, it.id, ({ ticket }) => (ticket && ticket.name === undefined ? [event] : []), at);
}

function isAboutAnother({ resourceId }: SupportTicket, { circuit }: Case): boolean {
  const own = circuit.id.toLowerCase();
  return resourceId !== undefined && !`${resourceId.toLowerCase()}/`.startsWith(`${own}/`);
}

async function read(deps: CaseRunDeps, it: Case, name: string): Promise<void> {
  const { subscriptionId } = it.circuit;
  const [said, now] = await Promise.all([
    deps.support.communications(subscriptionId, name),
    deps.support.ticket(subscriptionId, name),
  ]);
  const at = deps.now();
  const decide = (latest: Case) =>
    latest.ticket && isOpen(latest) ? news(deps, latest, latest.ticket, said, now, at) : [];
  const turns = Math.floor(said.length / answersAtOnce) + 1;
  for (let turn = 0; turn < turns; turn++) await moveLatest(deps, it.id, decide, at);
}

/**
 * By the sender: on tickets of a subscription Azure calls a customer's own messages Inbound too (recorded). Nobody is
 * called Microsoft who is known to be one of us.
 */
function authorOf(
  { direction, sender = '' }: Pick<Communication, 'direction' | 'sender'>,
  ourAddresses: readonly string[],
): 'microsoft' | 'us' {
  if (ourAddresses.some((address) => address.toLowerCase() === sender.toLowerCase())) return 'us';
  if (/[@.]microsoft\.com$/iu.test(sender)) return 'microsoft';
  return direction === 'inbound' ? 'microsoft' : 'us';
}

function news(
  { settings }: Pick<CaseRunDeps, 'settings'>,
  it: Case,
  ticket: Ticket,
  said: readonly Communication[],
  now: SupportTicket | undefined,
  at: Instant,
): readonly CaseEvent[] {
  const ours = `${ticketName(it)}-`;
  const contact = settings.contact();
  const ourAddresses = contact ? [contact.email, ...contact.additionalEmails] : [];
  const answers = said
    .filter(({ name }) => !ticket.seen.includes(name) && !name.toLowerCase().startsWith(ours))
    .map(
      ({ name, direction, sender, body }): CaseEvent => ({
        kind: 'answered',
        at,
        id: name,
        from: authorOf({ direction, sender }, ourAddresses),
        body,
        ...(sender === undefined ? {} : { sender }),
      }),
    );
  // All that is told together is one message in the thread; the rest is for the next.
  if (answers.length > answersAtOnce) return answers.slice(0, answersAtOnce);
  const isMoved = now !== undefined && now.status.toLowerCase() !== ticket.status.toLowerCase();
  return isMoved ? [...answers, { kind: 'status-changed', at, status: now.status }] : answers;
}

/** More of them would leave no room for what each says: a message of Slack's takes 50 blocks and 13,000 characters. */
const answersAtOnce = 5;
