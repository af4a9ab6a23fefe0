import type { RequestView } from '../../../domain/approval/view.ts';
import type { Intent } from '../../../domain/operation/intent.ts';
import type { Operation } from '../../../domain/operation/operation.ts';

/** `Delete lon-01`: what is asked, at the head of a request. An authorization links nothing yet. */
export function requestTitle({ operation, target, authorization }: Titled): string {
  return `${authorization === undefined ? operationTitles[operation] : 'Authorize a link to'} ${target.name}`;
}

/** The same, while it is still what somebody wants. */
export function intentTitle(intent: Intent): string {
  const isForOthers = intent.operation === 'link' && intent.deed === 'authorize';
  return requestTitle({ ...intent, ...(isForOthers ? { authorization: intent.authorizationName } : {}) });
}

type Titled = Pick<RequestView, 'operation' | 'target' | 'authorization'>;

const operationTitles: Readonly<Record<Operation, string>> = {
  create: 'Create',
  key: 'Show the service key of',
  order: 'Record the order of',
  peering: 'Change the routing of',
  sign: 'Save a prefix signature on',
  link: 'Link a network to',
  unlink: 'Unlink from',
  resize: 'Resize',
  deprovision: 'Deprovision',
  delete: 'Delete',
  failover: 'Test the failover of',
};

/** `the delete of lon-01 failed`. */
export const operationNouns: Readonly<Record<Operation, string>> = {
  create: 'creation',
  key: 'key view',
  order: 'order record',
  peering: 'routing change',
  sign: 'prefix signature',
  link: 'link',
  unlink: 'unlink',
  resize: 'resize',
  deprovision: 'deprovisioning',
  delete: 'deletion',
  failover: 'failover test',
};
