import type { Bus } from '../../world/bus.ts';
import { people, type Role } from './people.ts';

export type UserGroup = {
  readonly id: string;
  readonly handle: string;
  /** What its members are in this workspace's story; a bot's own rules decide what they may. */
  readonly role: Role;
  readonly users: readonly string[];
};

export interface UserGroups {
  list(): readonly UserGroup[];
  find(id: string): UserGroup | undefined;
  /** Puts these people in the place of its members. */
  change(id: string, users: readonly string[]): void;
  rolesOf(userId: string): readonly Role[];
}

/** One user group for each role; who is in them can change. */
export function createUserGroups(bus: Bus): UserGroups {
  const byId = new Map(
    [
      group('S0VIEWERS1', 'circuit-viewers', 'viewer'),
      group('S0OPERATR1', 'circuit-operators', 'operator'),
      group('S0APPROVE1', 'circuit-approvers', 'approver'),
      group('S0ADMINS01', 'circuit-admins', 'admin'),
    ].map((one) => [one.id, one]),
  );
  return {
    list: () => [...byId.values()],
    find: (id) => byId.get(id),
    change(id, users) {
      const before = byId.get(id);
      if (!before) return;
      byId.set(id, { ...before, users });
      bus.publish({ topic: 'world' });
    },
    rolesOf: (userId) =>
      [...byId.values()].filter(({ users }) => users.includes(userId)).map(({ role }) => role),
  };
}

function group(id: string, handle: string, role: Role): UserGroup {
  const users = people.filter(({ roles }) => roles.includes(role)).map((one) => one.id);
  return { id, handle, role, users };
}
