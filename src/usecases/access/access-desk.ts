import { type Access, type AccessRefusal, peopleLimit, type Scope } from '../../domain/access/grant.ts';
import { type Held, heldBy, isGroup, whoCan } from '../../domain/access/may-from.ts';
import { rolesFor } from '../../domain/access/role.ts';
import { isFilterInSight } from '../../domain/access/sight.ts';
import type { CircuitFilter } from '../../domain/circuit/filter.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Rules } from '../ports.ts';
import { type GatekeeperDeps, lookStaleMs } from './gatekeeper.ts';

/** What a person may look at. With a refusal, that is nothing. */
export type Sight = { readonly scopes: readonly Scope[]; readonly refusal?: AccessRefusal };

/** What a person holds, and what stands in the way of knowing it. */
export type Profile = {
  readonly reads: Access['reads'];
  readonly held: readonly Held[];
  /** User groups with grants whose members Slack does not tell. */
  readonly unreadable: readonly string[];
  /** Nobody was granted anything. */
  readonly isNobodyGranted: boolean;
  /** What is wrong with the rules' files; for admins only. */
  readonly troubles: readonly string[];
};

/** A channel would be told of circuits that who asks may not look at. */
export type TellingRefusal = {
  readonly code: 'telling-out-of-sight';
  /** Azure subscriptions that they may look at as a whole. */
  readonly subscriptionIds: readonly string[];
  /** Who may look at everything. */
  readonly people: readonly string[];
};

/** Tells people what they may. What they do is decided by the Gatekeeper. */
export interface AccessDesk {
  sightOf(userId: string): Promise<Sight>;
  profileOf(userId: string): Promise<Profile>;
  /** Whether somebody with this sight may have a channel told of all that fits a filter, now and later. */
  mayTell(sight: Sight, filter: CircuitFilter): Result<true, TellingRefusal>;
}

const everything: Sight = { scopes: [{ kind: 'everything' }] };

export function createAccessDesk({
  rules,
  memberships,
}: GatekeeperDeps & { readonly rules: Pick<Rules, 'access' | 'troubles'> }): AccessDesk {
  const standingOf = (userId: string, { grants }: Access) => {
    const groups = [...new Set(grants.flatMap(({ to }) => to).filter(isGroup))];
    return memberships.standingOf(userId, groups, lookStaleMs);
  };

  return {
    async sightOf(userId) {
      const access = rules.access();
      if (access.reads === 'everybody') return everything;
      const standing = await standingOf(userId, access);
      const scopes = heldBy(access, standing).map(({ on }) => on);
      if (scopes.length > 0) return { scopes };
      if (standing.unreadable.size > 0) return { scopes, refusal: { code: 'groups-unreadable', on: '' } };
      const people = whoCan(access, rolesFor.read, undefined);
      return { scopes, refusal: { code: 'role-needed', roles: rolesFor.read, on: '', people } };
    },

    async profileOf(userId) {
      const access = rules.access();
      const standing = await standingOf(userId, access);
      const held = heldBy(access, standing);
      return {
        reads: access.reads,
        held,
        unreadable: [...standing.unreadable],
        isNobodyGranted: access.grants.length === 0,
        troubles: held.some(({ role }) => role === 'admin') ? rules.troubles() : [],
      };
    },

    mayTell({ scopes }, filter) {
      if (isFilterInSight(scopes, filter)) return answer(true);
      const subscriptionIds = scopes.flatMap((scope) =>
        scope.kind === 'subscription' ? [scope.subscriptionId] : [],
      );
      const overall = rules.access().grants.filter(({ on }) => on.kind === 'everything');
      const people = [...new Set(overall.flatMap(({ to }) => to))].slice(0, peopleLimit);
      return refuse({
        code: 'telling-out-of-sight',
        subscriptionIds: [...new Set(subscriptionIds)],
        people,
      });
    },
  };
}
