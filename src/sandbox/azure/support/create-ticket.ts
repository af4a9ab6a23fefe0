import type { z } from 'zod';
import type { ArmApp, ArmContext, ArmDeps } from '../arm/arm-env.ts';
import { invalid, invalidName, nameTaken, planRefusal, roleRefusal } from './answers.ts';
import { withSupportBody } from './body.ts';
import { isTicketName } from './check-name.ts';
import { acknowledgement } from './message.ts';
import { nameFault, supportNames } from './names.ts';
import { accepted } from './operation-answers.ts';
import type { SupportOutcome } from './support-operations.ts';
import { ticketPath } from './ticket.ts';
import { ticketBody } from './ticket-body.ts';
import { isComplete } from './workspaces.ts';

type Wanted = z.infer<typeof ticketBody>['properties'];
type Ref = { readonly subscriptionId: string; readonly name: string };

/** PUT of a ticket: accepted at once, there some time later, or refused then for the plan. */
export function addTicketCreation(app: ArmApp, deps: ArmDeps): void {
  app.put('/subscriptions/:s/providers/microsoft.support/supporttickets/:t', (context) =>
    withSupportBody(context, ticketBody, ({ properties }) => {
      const { subscriptionId, ticket: name } = supportNames(context);
      const ref = { subscriptionId, name };
      const refusal = refusalOf(context, deps, ref, properties);
      if (refusal) return refusal;
      const open = () => openTicket(deps, ref, properties);
      return accepted(context, deps, deps.support.operations.start(subscriptionId, ticketPath(ref), open));
    }),
  );
}

function refusalOf(
  context: ArmContext,
  { support }: ArmDeps,
  { subscriptionId, name }: Ref,
  { fileWorkspaceName: given }: Wanted,
): Response | undefined {
  const forbidden = roleRefusal(context, support, 'supportTickets/write');
  if (forbidden) return forbidden;
  if (nameFault(name)) return invalidName();
  if (isTicketName(support, subscriptionId, name)) return nameTaken();
  return given === undefined ? undefined : workspaceRefusal(support, subscriptionId, given);
}

/** What Microsoft says to a workspace that is gone or to a file of which a part is missing, no source tells. */
function workspaceRefusal(
  { workspaces }: ArmDeps['support'],
  subscriptionId: string,
  given: string,
): Response | undefined {
  const workspace = workspaces.find(subscriptionId, given);
  if (!workspace) return invalid(`File workspace '${given}' does not exist or has expired.`);
  const partial = [...workspace.files.values()].filter((file) => !isComplete(file)).map(({ name }) => name);
  if (partial.length === 0) return undefined;
  return invalid(
    `File workspace '${given}' has files that were not uploaded completely: ${partial.join(', ')}.`,
  );
}

function openTicket({ support }: ArmDeps, ref: Ref, wanted: Wanted): SupportOutcome {
  const { desk, workspaces, terms } = support;
  const error = planRefusal(support);
  if (error) return { error };
  const { fileWorkspaceName: given, ...text } = wanted;
  const ticket = desk.open({ ...text, ...ref, plan: terms.plan });
  workspaces.giveTo(ref.subscriptionId, ticket.ticketId, given);
  desk.say(ticket, acknowledgement(ticket));
  return { ticketId: ticket.ticketId };
}
