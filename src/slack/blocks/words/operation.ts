import type { Operation } from '../../../domain/operation/operation.ts';

/** `Delete *lon-01*`: what is asked, at the head of a request. */
export const operationTitles: Readonly<Record<Operation, string>> = {
  create: 'Create',
  key: 'Show the service key of',
  order: 'Record the order of',
  peering: 'Change the routing of',
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
  link: 'link',
  unlink: 'unlink',
  resize: 'resize',
  deprovision: 'deprovisioning',
  delete: 'deletion',
  failover: 'failover test',
};
