import type { ArmContext } from '../arm/arm-env.ts';
import type { ArmErrorBody } from '../wire/error.ts';
import type { Support } from './support.ts';

/** Microsoft.Support writes its JSON without a space (recorded), unlike Microsoft.Network. */
export function supportJson(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

/** An error in the form that is recorded of this provider. */
export function supportError(status: number, { details = [], ...error }: ArmErrorBody): Response {
  return new Response(JSON.stringify({ error: { ...error, details } }), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

/** Code as told by those who met it; the message is ours. */
export function invalid(message: string, details: ArmErrorBody['details'] = []): Response {
  return supportError(400, { code: 'InvalidParameterValue', message, details });
}

/** Recorded. */
export function invalidName(): Response {
  const message = 'Resource name is invalid. Please provide a valid name';
  return supportError(400, { code: 'ResourceNameInvalid', message });
}

/** The words are those of checkNameAvailability (recorded); what a PUT says to a name that is taken, no source tells. */
export function nameTaken(): Response {
  return supportError(409, {
    code: 'AlreadyExists',
    message: 'Name already exists. Please select a different name.',
  });
}

/** No source tells how this provider words it. */
export function noSuch(what: string): Response {
  return supportError(404, { code: 'ResourceNotFound', message: `${what} was not found.` });
}

/** ARM's own refusal where the caller lacks the role Support Request Contributor. Reading needs Reader alone. */
export function roleRefusal(context: ArmContext, { terms }: Support, action: string): Response | undefined {
  if (terms.allowed) return undefined;
  const message =
    "The client 'trunkline' with object id '00000000-0000-4000-8000-000000000b07' does not have authorization to " +
    `perform action 'Microsoft.Support/${action}' over scope '${context.var.path}' or the scope is invalid. ` +
    'If access was recently granted, please refresh your credentials.';
  return supportError(403, { code: 'AuthorizationFailed', message });
}

/**
 * Below Professional Direct. Those who met it tell that PUT is accepted with 202 all the same, and that the operation
 * fails with this code and these words; what PATCH, which is no operation, says to it no source tells.
 */
export function planRefusal({ terms: { plan } }: Support): ArmErrorBody | undefined {
  if (/^(pro(fessional)?\s?direct|premier|unified)/i.test(plan)) return undefined;
  const message =
    `Your support plan type is ${plan}. To create and update support tickets, and add communication operations, ` +
    'you need access to our high tier-support plans. Learn more at https://aka.ms/supportapi';
  return { code: 'InvalidSupportPlan', message };
}
