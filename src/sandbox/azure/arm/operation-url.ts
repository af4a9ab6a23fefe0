import { createHash } from 'node:crypto';
import type { Operation } from '../operations.ts';
import { type ArmContext, type ArmDeps, armBase } from './arm-env.ts';

/**
 * Since about 2024 the URL of an operation carries some 3 kB of signed query. Whoever builds the URL anew from its
 * parts loses it; here as there, only the URL as it was given is answered.
 */
export function signedQuery(operation: Pick<Operation, 'id'>): string {
  const filler = (name: string, length: number) => {
    let text = '';
    for (let part = 0; text.length < length; part++) {
      text += createHash('sha256').update(`${operation.id} ${name} ${part}`).digest('base64url');
    }
    return text.slice(0, length);
  };
  return `t=638000000000000000&c=MII${filler('c', 2_200)}&s=${filler('s', 342)}&h=${filler('h', 43)}`;
}

/** `operations` tells how it goes, `operationResults` what came of it. */
export function operationUrl(
  context: ArmContext,
  { origin }: ArmDeps,
  { id, work }: Operation,
  what: 'operations' | 'operationResults',
): string {
  const place = `${armBase(context, origin)}/subscriptions/${work.subscriptionId}/providers/Microsoft.Network/locations/${work.location}`;
  const query = `api-version=${encodeURIComponent(context.var.apiVersion)}&${signedQuery({ id })}`;
  return `${place}/${what}/${id}?${query}`;
}

/** The headers with which a write tells where to ask how it goes. DELETE and POST also get the place of the result. */
export function operationHeaders(
  context: ArmContext,
  deps: ArmDeps,
  operation: Operation,
): Record<string, string> {
  return {
    'azure-asyncoperation': operationUrl(context, deps, operation, 'operations'),
    // Recorded: only operations on the circuit itself carry it.
    ...(operation.work.name.endsWith('CircuitOperation') && { 'azure-asyncnotification': 'Enabled' }),
    'retry-after': String(deps.settings.retryAfterSeconds),
    ...(context.req.method !== 'PUT' && {
      location: operationUrl(context, deps, operation, 'operationResults'),
    }),
  };
}
