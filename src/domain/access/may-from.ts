import { type Access, type Grant, peopleLimit, type Scope, type Where } from './grant.ts';
import type { Role } from './role.ts';
import { covers } from './scope.ts';

/** A person as far as grants go: the user groups they belong to, and those of which Slack does not tell. */
export type Standing = {
  readonly userId: string;
  readonly groups: ReadonlySet<string>;
  readonly unreadable: ReadonlySet<string>;
};

/** `unknown`: only a user group that cannot be read could allow it. */
export type Verdict = 'allowed' | 'denied' | 'unknown';

/** Whether any of these roles was granted to the person there. Nothing is allowed that was not granted. */
export function mayFrom(
  access: Access,
  { userId, groups, unreadable }: Standing,
  roles: readonly Role[],
  where: Where | undefined,
): Verdict {
  const named = grantsOf(access, roles, where).flatMap(({ to }) => to);
  if (named.some((id) => id === userId || groups.has(id))) return 'allowed';
  return named.some((id) => unreadable.has(id)) ? 'unknown' : 'denied';
}

/** The user groups whose members must be known to decide that; none when the person is named. */
export function groupsToAsk(
  access: Access,
  userId: string,
  roles: readonly Role[],
  where: Where | undefined,
): readonly string[] {
  const named = grantsOf(access, roles, where).flatMap(({ to }) => to);
  return named.includes(userId) ? [] : [...new Set(named.filter(isGroup))];
}

/** Who could: users and user groups that any of these roles was granted to there, as many as a refusal names. */
export function whoCan(access: Access, roles: readonly Role[], where: Where | undefined): readonly string[] {
  const named = grantsOf(access, roles, where).flatMap(({ to }) => to);
  return [...new Set(named)].slice(0, peopleLimit);
}

/** A role that somebody holds, where, and by which id in the grants: their own or a user group's. */
export type Held = { readonly role: Role; readonly on: Scope; readonly through: string };

/** All that was granted to a person, in the order of the grants; of several ways to one grant, the first. */
export function heldBy(access: Access, { userId, groups }: Omit<Standing, 'unreadable'>): readonly Held[] {
  return access.grants.flatMap(({ role, to, on }) => {
    const through = to.find((id) => id === userId) ?? to.find((id) => groups.has(id));
    return through === undefined ? [] : [{ role, on, through }];
  });
}

/** Slack's ids of user groups begin with S, those of people with U or W. */
export function isGroup(id: string): boolean {
  return id.startsWith('S');
}

function grantsOf(access: Access, roles: readonly Role[], where: Where | undefined): readonly Grant[] {
  return access.grants.filter(({ role, on }) => roles.includes(role) && covers(on, where));
}
