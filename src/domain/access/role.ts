import { type Operation, operations } from '../operation/operation.ts';

export const roles = ['viewer', 'operator', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Everything that is allowed or not: reading, the audit trail, approving, and each operation. */
export const permissions = ['read', 'audit', 'approve', ...operations] as const;
export type Permission = (typeof permissions)[number];

/** Which roles carry a permission. An approver does not operate and an operator does not approve; an admin may do both. */
export const rolesFor: Readonly<Record<Permission, readonly Role[]>> = {
  read: ['viewer', 'operator', 'approver', 'admin'],
  audit: ['operator', 'approver', 'admin'],
  approve: ['approver', 'admin'],
  ...perOperation(['operator', 'admin']),
};

function perOperation(allowed: readonly Role[]): Record<Operation, readonly Role[]> {
  return Object.fromEntries(operations.map((operation) => [operation, allowed])) as Record<
    Operation,
    readonly Role[]
  >;
}
