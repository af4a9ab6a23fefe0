import { AzureFault } from '../../usecases/ports.ts';
import type { TicketAsk } from '../../usecases/validation/support.ts';
import type { ArmClient } from '../arm-client.ts';
import { pauseMs } from '../operation-look.ts';
import { refusal } from '../refusal.ts';
import { armIdOf } from '../resource-url.ts';
import { isSameText } from '../same-text.ts';
import { contactDetails } from './contact-details.ts';
import { isNameTaken } from './name-taken.ts';
import type { PendingTickets } from './pending-tickets.ts';
import { readTicket } from './read-ticket.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import type { TicketWire } from './wire.ts';

/** Microsoft takes about half a minute (recorded). */
const usualPauseMs = 10_000;

/** Asks for a ticket unless it is there, or is being made. Waits for nothing. */
export async function createTicket(
  arm: ArmClient,
  pending: PendingTickets,
  subscriptionId: string,
  ask: TicketAsk,
): Promise<{ readonly retryAfterMs: number }> {
  const url = subscriptionSupportUrl(subscriptionId, ['supportTickets', ask.name]);
  if (await isThere(arm, subscriptionId, ask)) return { retryAfterMs: 0 };
  const under = await pending.look(url);
  if (under?.kind === 'running') return { retryAfterMs: under.retryAfterMs };
  if (under?.kind === 'succeeded') return { retryAfterMs: usualPauseMs };
  try {
    const answer = await arm.ask({ method: 'PUT', url, body: { properties: bodyOf(ask) } });
    pending.note(url, answer);
    return { retryAfterMs: pauseMs(answer, usualPauseMs) };
  } catch (fault) {
    const name = { subscriptionId, below: [], type: 'supportTickets', name: ask.name } as const;
    if (!(await isNameTaken(arm, fault, name))) throw fault;
    const retryAfterMs = (await isThere(arm, subscriptionId, ask)) ? 0 : usualPauseMs;
    return { retryAfterMs };
  }
}

/** The end of an operation that made no ticket. Throws AzureFault then. */
export async function throwIfFailed(pending: PendingTickets, url: string): Promise<void> {
  const look = await pending.look(url);
  if (look?.kind !== 'failed') return;
  const { code, message } = look.failure;
  throw new AzureFault('refused', `${code}: ${message}`, { failure: look.failure });
}

/** Throws AzureFault when the name is another ticket's. */
async function isThere(arm: ArmClient, subscriptionId: string, ask: TicketAsk): Promise<boolean> {
  const ticket = await readTicket(arm, subscriptionId, ask.name);
  if (!ticket) return false;
  if (isSame(ticket, ask)) return true;
  throw refusal('OtherTicket', `"${ask.name}" is the name of another support ticket`);
}

function isSame({ properties }: TicketWire, { about, title }: TicketAsk): boolean {
  const resourceId = properties.technicalTicketDetails?.resourceId;
  return resourceId ? isSameText(resourceId, armIdOf(about)) : properties.title === title.trim();
}

/** No consent to diagnostics: what is asked for stands in public registries and in the files. */
function bodyOf({ title, description, severity, classification, contact, about, workspace }: TicketAsk) {
  return {
    serviceId: classification.serviceId,
    problemClassificationId: classification.problemId,
    title,
    description,
    severity,
    advancedDiagnosticConsent: 'No',
    contactDetails: contactDetails(contact),
    technicalTicketDetails: { resourceId: armIdOf(about) },
    ...(workspace ? { fileWorkspaceName: workspace } : {}),
  };
}
