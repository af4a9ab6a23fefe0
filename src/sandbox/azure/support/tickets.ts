import type { z } from 'zod';
import type { ArmApp, ArmContext, ArmDeps } from '../arm/arm-env.ts';
import { invalid, noSuch, planRefusal, roleRefusal, supportError, supportJson } from './answers.ts';
import { withSupportBody } from './body.ts';
import { hasPhone } from './contact-body.ts';
import { parseFilter } from './filter.ts';
import { listPage } from './list-page.ts';
import { toWireMoment } from './moment.ts';
import { supportNames } from './names.ts';
import type { Ticket } from './ticket.ts';
import { ticketChange } from './ticket-body.ts';
import { toWireTicket } from './ticket-wire.ts';

const tickets = '/subscriptions/:s/providers/microsoft.support/supporttickets';
const fields = ['status', 'createddate', 'serviceid', 'problemclassificationid'];
const weekMs = 7 * 86_400_000;

/** Tickets as they are, and what the customer may change of them. */
export function addTickets(app: ArmApp, deps: ArmDeps): void {
  app.get(tickets, (context) => {
    // Microsoft's documentation: without a filter, what was opened within the last week.
    const lastWeek = `createdDate ge ${toWireMoment(deps.clock.now() - weekMs)}`;
    const fits = parseFilter(context.req.query('$filter') ?? lastWeek, fields);
    if (!fits) return invalid('The $filter is not valid.');
    const all = deps.support.desk.tickets(context.var.names.subscription).map(toWireTicket);
    return listPage(
      context,
      deps,
      all.filter(({ properties: { status, createdDate: createddate, serviceId, problemClassificationId } }) =>
        fits({ status, createddate, serviceid: serviceId, problemclassificationid: problemClassificationId }),
      ),
    );
  });
  app.get(`${tickets}/:t`, (context) =>
    withTicket(context, deps, (ticket) => supportJson(200, toWireTicket(ticket))),
  );
  app.patch(`${tickets}/:t`, (context) =>
    withSupportBody(context, ticketChange, (change) =>
      withTicket(
        context,
        deps,
        (ticket) => changeRefusal(context, deps, ticket, change) ?? changeTicket(deps, ticket, change),
      ),
    ),
  );
}

/** Answers from the ticket that the path names. One that is still being made is not there. */
export function withTicket(
  context: ArmContext,
  { support }: ArmDeps,
  answer: (ticket: Ticket) => Response,
): Response {
  const { subscriptionId, ticket: name } = supportNames(context);
  const ticket = support.desk.ticket({ subscriptionId, name });
  return ticket ? answer(ticket) : noSuch(`Support ticket '${name}'`);
}

type Change = z.infer<typeof ticketChange>;

/** Those who met it tell that a ticket which an engineer has, or which is closed, cannot be closed so. */
function changeRefusal(
  context: ArmContext,
  { support }: ArmDeps,
  { engineer, status, contactDetails }: Ticket,
  change: Change,
): Response | undefined {
  const forbidden = roleRefusal(context, support, 'supportTickets/write');
  if (forbidden) return forbidden;
  const plan = planRefusal(support);
  if (plan) return supportError(403, plan);
  if (!hasPhone({ ...contactDetails, ...change.contactDetails }))
    return invalid('contactDetails.phoneNumber: is required when preferredContactMethod is phone');
  if (change.status?.toLowerCase() !== 'closed') return undefined;
  if (engineer === undefined && status !== 'Closed') return undefined;
  const message =
    'The status of the support ticket cannot be updated: reply to the support engineer instead.';
  return supportError(400, { code: 'UpdateOperationDenied', message });
}

/** Recorded: a change is done at once, and its answer says the new status as it was sent. */
function changeTicket({ support: { desk } }: ArmDeps, ticket: Ticket, change: Change): Response {
  const { status, contactDetails, ...rest } = change;
  const changed = desk.change(ticket, {
    ...rest,
    ...(contactDetails && { contactDetails: { ...ticket.contactDetails, ...contactDetails } }),
    ...(status && { status: status.toLowerCase() === 'closed' ? 'Closed' : 'Open' }),
  });
  return supportJson(200, toWireTicket({ ...(changed ?? ticket), ...(status && { status }) }));
}
