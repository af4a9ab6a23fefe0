import type { ArmApp, ArmDeps } from '../arm/arm-env.ts';
import { addNameChecks } from './check-name.ts';
import { addCommunications } from './communications.ts';
import { addTicketCreation } from './create-ticket.ts';
import { addFiles } from './files.ts';
import { addOperationAnswers } from './operation-answers.ts';
import { addServiceReads } from './read-services.ts';
import { addTickets } from './tickets.ts';
import { addUploads } from './upload.ts';

/** Microsoft.Support, api-version 2024-04-01, as far as tickets of a subscription go. */
export function addSupport(app: ArmApp, deps: ArmDeps): void {
  addServiceReads(app);
  addNameChecks(app, deps);
  addTickets(app, deps);
  addTicketCreation(app, deps);
  addCommunications(app, deps);
  addFiles(app, deps);
  addUploads(app, deps);
  addOperationAnswers(app, deps);
}
