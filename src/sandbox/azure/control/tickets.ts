import type { Hono } from 'hono';
import { z } from 'zod';
import { circuitId } from '../model/circuit.ts';
import { prefixConfigs } from '../model/prefix-configs.ts';
import { acceptPrefixes } from '../support/accept-prefixes.ts';
import { acknowledgement, engineersMessage } from '../support/message.ts';
import { portalTicket } from '../support/portal-ticket.ts';
import type { Ticket } from '../support/ticket.ts';
import { anyState, type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';

const text = z.string().trim().min(1, 'must not be empty').max(50_000);
const byHand = z.strictObject({ title: text, circuit: z.string(), description: text.optional() });
const answer = z
  .strictObject({ status: anyState.optional(), message: text.optional(), accept: z.literal(true).optional() })
  .refine((body) => Object.keys(body).length > 0, 'say a status, a message or accept');

/** Who answers as Microsoft, and has the ticket from then on. */
const engineer = 'jo.kim@microsoft.example';

/**
 * `POST /tickets {title, circuit, description?}`: a person opens a ticket in the portal. `POST /tickets/{name or number}
 * {status?, message?, accept?}`: Microsoft answers; with accept it is satisfied, and the circuit's prefixes are Configured.
 */
export function addTicketControl(app: Hono, deps: ControlDeps): void {
  app.post('/tickets', (context) =>
    withBody(context.req, byHand, ({ circuit: written, ...wanted }) =>
      withNamed(deps.estate, written, (circuit) => {
        const { desk, workspaces, terms } = deps.support;
        const ticket = desk.open(portalTicket(circuit, terms.plan, wanted));
        workspaces.giveTo(ticket.subscriptionId, ticket.ticketId);
        desk.say(ticket, acknowledgement(ticket));
        return done({ name: ticket.name, ticketId: ticket.ticketId });
      }),
    ),
  );
  app.post('/tickets/:name', (context) =>
    withBody(context.req, answer, (wanted) =>
      withNamedTicket(deps, context.req.param('name'), (ticket) => answerTicket(deps, ticket, wanted)),
    ),
  );
}

function answerTicket(deps: ControlDeps, ticket: Ticket, wanted: z.infer<typeof answer>): Response {
  const { desk } = deps.support;
  const refusal = wanted.accept && accept(deps, ticket);
  if (refusal) return refused(refusal);
  if (wanted.message !== undefined) {
    desk.change(ticket, { engineer });
    desk.say(ticket, engineersMessage(ticket, engineer, wanted.message));
  }
  if (wanted.status !== undefined) desk.change(ticket, { status: wanted.status });
  return done({ name: ticket.name, ticketId: ticket.ticketId });
}

/** Why it cannot be accepted. */
function accept({ estate }: ControlDeps, { name, technicalTicketDetails }: Ticket): string | undefined {
  const about = technicalTicketDetails?.resourceId.toLowerCase();
  if (about === undefined) return `Ticket '${name}' is about no circuit: there is nothing to accept.`;
  const circuit = estate.circuits().find((one) => circuitId(one).toLowerCase() === about);
  if (!circuit) return `Ticket '${name}' is about ${about}, which is gone.`;
  if (!circuit.peerings.flatMap(prefixConfigs).some(({ prefixes }) => prefixes.length > 0))
    return `${circuit.name} advertises no prefixes: there is nothing to accept.`;
  estate.updateCircuit(circuit, acceptPrefixes);
  return undefined;
}

function withNamedTicket(
  { support: { desk } }: ControlDeps,
  written: string,
  then: (ticket: Ticket) => Response,
): Response {
  const [found, ...others] = desk.named(written);
  if (found && others.length === 0) return then(found);
  if (found) {
    const numbers = [found, ...others].map(({ ticketId }) => ticketId);
    return refused(`'${written}' is the name of ${numbers.length} tickets: use ${numbers.join(' or ')}.`);
  }
  const names = desk.tickets().map(({ name, ticketId }) => `${name} (${ticketId})`);
  return refused(
    `There is no ticket '${written}': there ${names.length ? `are ${names.join(', ')}` : 'are none'}.`,
  );
}
