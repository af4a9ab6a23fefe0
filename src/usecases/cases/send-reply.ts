import type { Instant } from '../../domain/instant.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseEvent } from '../../domain/validation/case/event.ts';
import { AzureFault } from '../ports.ts';
import { ticketName } from './create-ticket.ts';
import { moveLatest } from './move-case.ts';
import type { CaseRunDeps } from './run-deps.ts';

/** Sends the oldest reply that Microsoft does not have yet. Its name is the reply's own: sent twice, it is there once. */
export async function sendReply(deps: CaseRunDeps, it: Case): Promise<Instant | undefined> {
  const message = it.ticket?.messages.find(({ delivery }) => delivery === 'owed');
  const name = it.ticket?.name;
  if (!message || name === undefined) return undefined;
  const { id, body } = message;
  const note = (event: (at: Instant) => CaseEvent) => {
    const at = deps.now();
    const isOwed = ({ ticket }: Case) =>
      ticket?.messages.some((one) => one.id === id && one.delivery === 'owed');
    return moveLatest(deps, it.id, (latest) => (isOwed(latest) ? [event(at)] : []), at);
  };
  const contact = deps.settings.contact();
  if (!contact) {
    await note((at) => ({ kind: 'reply-refused', at, id, why: 'SUPPORT_CONTACT_FILE names nobody' }));
    return undefined;
  }
  try {
    await deps.support.reply(it.circuit.subscriptionId, name, {
      name: `${ticketName(it)}-${id}`,
      subject: it.text?.title ?? `Circuit ${it.circuit.name}`,
      body,
      sender: contact.email,
    });
    await note((at) => ({ kind: 'reply-sent', at, id }));
    return undefined;
  } catch (fault) {
    if (!(fault instanceof AzureFault)) throw fault;
    if (fault.kind !== 'refused' && fault.kind !== 'forbidden') {
      return deps.now() + (fault.retryAfterMs ?? retryMs);
    }
    const why = fault.failure?.message ?? fault.message;
    await note((at) => ({ kind: 'reply-refused', at, id, why }));
    return undefined;
  }
}

const retryMs = 30_000;
