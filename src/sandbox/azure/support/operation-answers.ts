import { type ArmApp, type ArmContext, type ArmDeps, armBase } from '../arm/arm-env.ts';
import { signedQuery } from '../arm/operation-url.ts';
import { noSuch, supportError, supportJson } from './answers.ts';
import { toWireCommunication } from './communication-wire.ts';
import { supportNames } from './names.ts';
import type { SupportOperation, SupportOutcome } from './support-operations.ts';
import { ticketPath } from './ticket.ts';
import { toWireTicket } from './ticket-wire.ts';

const provider = '/subscriptions/:s/providers/microsoft.support';

/** How the making of a ticket or a message goes. */
export function addOperationAnswers(app: ArmApp, deps: ArmDeps): void {
  app.get(`${provider}/operationsstatus/:o`, (context) =>
    withOperation(context, deps, (operation) => supportJson(200, toWireStatus(operation))),
  );
  app.get(`${provider}/operationresults/:o`, (context) =>
    withOperation(context, deps, ({ claims, outcome }) => {
      if (!outcome) return new Response(null, { status: 202, headers: { location: context.req.url } });
      if ('error' in outcome) return supportError(400, outcome.error);
      return supportJson(200, madeThing(deps, claims, outcome));
    }),
  );
}

/** 202 without a body, and without a word on when to ask (recorded). */
export function accepted(context: ArmContext, deps: ArmDeps, operation: SupportOperation): Response {
  const url = (what: string) =>
    `${armBase(context, deps.origin)}${statusPath(operation, what)}?api-version=${encodeURIComponent(context.var.apiVersion)}&${signedQuery(operation)}`;
  const headers = { 'azure-asyncoperation': url('operationsStatus'), location: url('operationResults') };
  return new Response(null, { status: 202, headers });
}

/** As recorded, a ticket's number stands in the end of a message's operation too. */
function toWireStatus(operation: SupportOperation) {
  const id = statusPath(operation, 'operationsStatus');
  const { outcome } = operation;
  if (!outcome) return { id, status: 'InProgress' };
  if ('error' in outcome) return { error: { ...outcome.error, details: [] }, id, status: 'Failed' };
  const properties = { supportTicketCreationWarning: '', supportTicketId: outcome.ticketId };
  return { id, status: 'Succeeded', properties };
}

function statusPath({ subscriptionId, id }: SupportOperation, what: string): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Support/${what}/${id}`;
}

function madeThing(
  { support: { desk, terms } }: ArmDeps,
  claims: string,
  { ticketId }: Extract<SupportOutcome, { readonly ticketId: string }>,
) {
  const [ticket] = desk.named(ticketId);
  const message = ticket?.communications.find(
    ({ name }) => `${ticketPath(ticket)}/communications/${name}`.toLowerCase() === claims,
  );
  if (ticket && message) return toWireCommunication(ticket, message, terms);
  return ticket && toWireTicket(ticket);
}

/** The URL is answered only as it was given: whoever builds it anew from its parts loses the signature. */
function withOperation(
  context: ArmContext,
  { support }: ArmDeps,
  answer: (operation: SupportOperation) => Response,
): Response {
  const id = supportNames(context).operation;
  const operation = support.operations.find(id);
  if (!operation) return noSuch(`The operation with id '${id}'`);
  if (context.req.url.endsWith(signedQuery(operation))) return answer(operation);
  const message = 'The signature of the operation URL is missing or not valid.';
  return supportError(403, { code: 'AuthorizationFailed', message });
}
