import { armError } from '../wire/error.ts';
import type { ArmContext } from './arm-env.ts';

/**
 * 412 when `If-Match` names another state of the resource than the present one; `*` fits whatever is there. Whether
 * ExpressRoute honours the header is not known: the words are Microsoft.Network's, as load balancers answer.
 */
export function staleRefusal({ req, var: { path } }: ArmContext, etag?: string): Response | undefined {
  const wanted = req.header('if-match');
  if (wanted === undefined || fits(wanted, etag)) return undefined;
  const message =
    `Etag provided in if-match header ${wanted} does not match etag ${etag ?? '<none>'} ` +
    `of resource ${path} in NRP data store.`;
  return failed('PreconditionFailedEtagMismatch', message);
}

/** 412 for `If-None-Match: *`: a caller who means to create must not replace what another has made meanwhile. */
export function takenRefusal({ req, var: { path } }: ArmContext): Response | undefined {
  if (req.header('if-none-match')?.trim() !== '*') return undefined;
  return failed('PreconditionFailedResourceExists', `Resource ${path} exists already.`);
}

function fits(wanted: string, etag: string | undefined): boolean {
  if (etag === undefined) return false;
  return wanted.trim() === '*' || wanted.split(',').some((one) => one.trim() === etag);
}

function failed(code: string, message: string): Response {
  const details = [{ code, message }];
  return armError(412, { code: 'PreconditionFailed', message: 'Precondition failed.', details });
}
