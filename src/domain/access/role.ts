import { operations } from '../operation/operation.ts';

export const roles = ['viewer', 'operator', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * Everything that is allowed or not: reading (with it acknowledging, muting and subscribing), the audit trail, quiet hours
 * and maintenance, the doctor, approving, working on a case of manual validation, and each operation.
 */
export const permissions = [
  'read',
  'audit',
  'maintenance',
  'doctor',
  'approve',
  'case',
  ...operations,
] as const;
export type Permission = (typeof permissions)[number];

const operating = ['operator', 'admin'] as const;

/** Which roles carry a permission. An approver does not operate and an operator does not approve; an admin may do both. */
export const rolesFor: Readonly<Record<Permission, readonly Role[]>> = {
  read: ['viewer', 'operator', 'approver', 'admin'],
  audit: ['operator', 'approver', 'admin'],
  maintenance: operating,
  doctor: ['admin'],
  approve: ['approver', 'admin'],
  case: operating,
  create: operating,
  key: operating,
  order: operating,
  peering: operating,
  sign: operating,
  link: operating,
  unlink: operating,
  resize: operating,
  deprovision: operating,
  delete: operating,
  failover: operating,
};
