import type { ArmApp, ArmContext } from '../arm/arm-env.ts';
import { noSuch, supportJson } from './answers.ts';
import { type SupportProblem, type SupportService, supportServices } from './catalog.ts';
import { supportNames } from './names.ts';

const services = '/providers/microsoft.support/services';

/** The services for which Microsoft takes support requests, and what problems each may have. */
export function addServiceReads(app: ArmApp): void {
  app.get(services, () => supportJson(200, { value: supportServices.map(toWireService) }));
  app.get(`${services}/:n`, (context) =>
    withService(context, (service) => supportJson(200, toWireService(service))),
  );
  app.get(`${services}/:n/problemclassifications`, (context) =>
    withService(context, ({ problems }) => supportJson(200, { value: problems.map(toWireProblem) })),
  );
  app.get(`${services}/:n/problemclassifications/:p`, (context) =>
    withService(context, ({ problems }) => {
      const wanted = supportNames(context).problem.toLowerCase();
      const found = problems.find(({ name }) => name === wanted);
      return found ? supportJson(200, toWireProblem(found)) : noSuch(`Problem classification '${wanted}'`);
    }),
  );
}

function withService(context: ArmContext, answer: (service: SupportService) => Response): Response {
  const wanted = supportNames(context).service.toLowerCase();
  const found = supportServices.find(({ name }) => name === wanted);
  return found ? answer(found) : noSuch(`Service '${wanted}'`);
}

/** Resource types in upper case, as recorded. */
function toWireService({ id, name, displayName, resourceTypes }: SupportService) {
  return { id, name, type: 'Microsoft.Support/services', properties: { displayName, resourceTypes } };
}

function toWireProblem({ id, name, displayName }: SupportProblem) {
  return { id, name, type: 'Microsoft.Support/problemClassifications', properties: { displayName } };
}
