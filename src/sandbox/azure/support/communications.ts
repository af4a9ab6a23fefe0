import { z } from 'zod';
import type { ArmApp, ArmContext, ArmDeps } from '../arm/arm-env.ts';
import { invalid, invalidName, nameTaken, noSuch, planRefusal, roleRefusal, supportJson } from './answers.ts';
import { someText, withSupportBody } from './body.ts';
import { isMessageName } from './check-name.ts';
import { toWireCommunication } from './communication-wire.ts';
import { parseFilter } from './filter.ts';
import { listPage } from './list-page.ts';
import { ownMessage } from './message.ts';
import { isGuid, nameFault, supportNames } from './names.ts';
import { accepted } from './operation-answers.ts';
import type { SupportOutcome } from './support-operations.ts';
import { type Ticket, ticketPath } from './ticket.ts';
import { withTicket } from './tickets.ts';

const messages = '/subscriptions/:s/providers/microsoft.support/supporttickets/:t/communications';

/** Callers of the sandbox are no persons: without a sender Microsoft would not know who writes. */
const body = z.object({ properties: z.object({ subject: someText, body: someText, sender: z.email() }) });
type Wanted = z.infer<typeof body>['properties'];

/** What is said on a ticket. The customer's own messages are accepted at once and there some time later. */
export function addCommunications(app: ArmApp, deps: ArmDeps): void {
  app.get(messages, (context) => withTicket(context, deps, (ticket) => list(context, deps, ticket)));
  app.get(`${messages}/:c`, (context) =>
    withTicket(context, deps, (ticket) => {
      const wanted = supportNames(context).communication;
      const found = ticket.communications.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
      if (!found) return noSuch(`Communication '${wanted}'`);
      return supportJson(200, toWireCommunication(ticket, found, deps.support.terms));
    }),
  );
  app.put(`${messages}/:c`, (context) =>
    withSupportBody(context, body, ({ properties }) =>
      withTicket(context, deps, (ticket) => write(context, deps, ticket, properties)),
    ),
  );
}

/** Newest first (recorded). */
function list(context: ArmContext, deps: ArmDeps, ticket: Ticket): Response {
  const fits = parseFilter(context.req.query('$filter') ?? '', ['communicationtype', 'createddate']);
  if (!fits) return invalid('The $filter is not valid.');
  const all = ticket.communications.map((one) => toWireCommunication(ticket, one, deps.support.terms));
  return listPage(
    context,
    deps,
    all
      .reverse()
      .filter(({ properties: { communicationType: communicationtype, createdDate: createddate } }) =>
        fits({ communicationtype, createddate }),
      ),
  );
}

function write(context: ArmContext, deps: ArmDeps, ticket: Ticket, wanted: Wanted): Response {
  const name = supportNames(context).communication;
  const forbidden = roleRefusal(context, deps.support, 'supportTickets/write');
  if (forbidden) return forbidden;
  if (isGuid(name) || nameFault(name)) return invalidName();
  if (isMessageName(deps.support, ticket, name)) return nameTaken();
  const claims = `${ticketPath(ticket)}/communications/${name}`;
  const say = () => sayIt(deps, ticket, name, wanted);
  return accepted(context, deps, deps.support.operations.start(ticket.subscriptionId, claims, say));
}

function sayIt({ support }: ArmDeps, ticket: Ticket, name: string, wanted: Wanted): SupportOutcome {
  const error = planRefusal(support);
  if (error) return { error };
  const { subject, body: text, sender } = wanted;
  support.desk.say(ticket, ownMessage(ticket, { name, subject, text, sender }));
  return { ticketId: ticket.ticketId };
}
