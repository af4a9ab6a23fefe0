import { z } from 'zod';
import type { ArmApp, ArmContext, ArmDeps } from '../arm/arm-env.ts';
import { roleRefusal, supportJson } from './answers.ts';
import { withSupportBody } from './body.ts';
import { nameFault, supportNames } from './names.ts';
import type { Support } from './support.ts';
import { ticketPath } from './ticket.ts';

const body = z.object({
  name: z.string(),
  type: z.enum([
    'Microsoft.Support/supportTickets',
    'Microsoft.Support/fileWorkspaces',
    'Microsoft.Support/communications',
  ]),
});

const provider = '/subscriptions/:s/providers/microsoft.support';

/** Whether a ticket, a workspace or a message may be called so. What is wrong with a name is said with 200. */
export function addNameChecks(app: ArmApp, { support }: ArmDeps): void {
  const check = (context: ArmContext) =>
    roleRefusal(context, support, 'checkNameAvailability/action') ??
    withSupportBody(context, body, (wanted) => {
      const message = nameFault(wanted.name);
      if (message) return supportJson(200, { message, nameAvailable: false, reason: 'Invalid' });
      return supportJson(200, isTaken(context, support, wanted) ? taken : { nameAvailable: true });
    });
  app.post(`${provider}/checknameavailability`, check);
  app.post(`${provider}/supporttickets/:t/checknameavailability`, check);
}

const taken = {
  message: 'Name already exists. Please select a different name.',
  nameAvailable: false,
  reason: 'AlreadyExists',
};

function isTaken(context: ArmContext, support: Support, { name, type }: z.infer<typeof body>): boolean {
  const { subscriptionId, ticket } = supportNames(context);
  if (type.endsWith('fileWorkspaces')) return support.workspaces.find(subscriptionId, name) !== undefined;
  if (type.endsWith('supportTickets')) return isTicketName(support, subscriptionId, name);
  return isMessageName(support, { subscriptionId, name: ticket }, name);
}

/** A ticket that is being made has its name already. */
export function isTicketName({ desk, operations }: Support, subscriptionId: string, name: string): boolean {
  const ref = { subscriptionId, name };
  return desk.ticket(ref) !== undefined || operations.isClaimed(subscriptionId, ticketPath(ref));
}

export function isMessageName(
  { desk, operations }: Support,
  ticket: { readonly subscriptionId: string; readonly name: string },
  name: string,
): boolean {
  const said = desk.ticket(ticket)?.communications ?? [];
  return (
    said.some((message) => message.name.toLowerCase() === name.toLowerCase()) ||
    operations.isClaimed(ticket.subscriptionId, `${ticketPath(ticket)}/communications/${name}`)
  );
}
