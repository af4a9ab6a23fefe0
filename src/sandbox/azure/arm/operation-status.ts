import type { Operation } from '../operations.ts';
import { armError } from '../wire/error.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';
import { signedQuery } from './operation-url.ts';

const locations = '/subscriptions/:s/providers/microsoft.network/locations/:l';

export function addOperationStatus(app: ArmApp, deps: ArmDeps): void {
  app.get(`${locations}/operations/:o`, (context) =>
    withOperation(context, deps, ({ status, error }) => {
      const wait = status === 'InProgress' ? retryAfter(deps) : {};
      return armJson(200, { status, error: error && { ...error, details: error.details ?? [] } }, wait);
    }),
  );
  app.get(`${locations}/operationresults/:o`, (context) =>
    withOperation(context, deps, ({ status, error, result, isQuestion }) => {
      // Recorded: the answer itself still carries the place at which it was found.
      const here = { location: context.req.url };
      if (error) return armError(409, { ...error, details: error.details ?? [] });
      if (status === 'Succeeded')
        return result === undefined ? new Response(null, { status: 204 }) : armJson(200, result, here);
      return new Response(null, { status: 202, headers: { ...retryAfter(deps, isQuestion), ...here } });
    }),
  );
}

function retryAfter(
  { settings: { retryAfterSeconds: seconds } }: ArmDeps,
  isQuestion = false,
): Record<string, string> {
  return { 'retry-after': String(isQuestion ? Math.min(seconds, 1) : seconds) };
}

function withOperation(
  context: ArmContext,
  { operations }: ArmDeps,
  answer: (operation: Operation) => Response,
): Response {
  const operation = operations.find(context.var.names.operation);
  if (!operation) {
    const message = `The operation with id '${context.var.names.operation}' was not found.`;
    return armError(404, { code: 'OperationNotFound', message });
  }
  if (!context.req.url.endsWith(signedQuery(operation))) {
    const message = 'The signature of the operation URL is missing or not valid.';
    return armError(403, { code: 'AuthorizationFailed', message });
  }
  return answer(operation);
}
