import type { AccessRefusal, Where } from '../../domain/access/grant.ts';
import { groupsToAsk, mayFrom, whoCan } from '../../domain/access/may-from.ts';
import { type Role, rolesFor } from '../../domain/access/role.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Gatekeeper, Rules } from '../ports.ts';
import { freshMs, type Memberships } from './memberships.ts';

/** How old a group's members may be for looking, while Slack does not tell them: an outage shall not blind people. */
export const lookStaleMs = 60 * 60_000;

export type GatekeeperDeps = { readonly rules: Pick<Rules, 'access'>; readonly memberships: Memberships };

type Place = (Where & { readonly name: string }) | undefined;

export function createGatekeeper({ rules, memberships }: GatekeeperDeps): Gatekeeper {
  async function decide(
    userId: string,
    roles: readonly Role[],
    where: Place,
    staleMs: number,
  ): Promise<Result<true, AccessRefusal>> {
    const groups = groupsToAsk(rules.access(), userId, roles, where);
    const standing = await memberships.standingOf(userId, groups, staleMs);
    // Read again: the rules may have changed while Slack was asked. A group that is new in them counts as left out.
    const access = rules.access();
    const on = where?.name ?? '';
    switch (mayFrom(access, standing, roles, where)) {
      case 'allowed':
        return answer(true);
      case 'unknown':
        return refuse({ code: 'groups-unreadable', on });
      case 'denied':
        return refuse({ code: 'role-needed', roles, on, people: whoCan(access, roles, where) });
    }
  }

  return {
    async check(userId, permission, where) {
      const isLook = permission === 'read';
      if (isLook && rules.access().reads === 'everybody') return answer(true);
      return decide(userId, rolesFor[permission], where, isLook ? lookStaleMs : freshMs);
    },
    holds: (userId, role, where) => decide(userId, [...new Set([role, 'admin'] as const)], where, freshMs),
  };
}
