import type { Channel } from './channels.ts';
import { directMessageId, type Person } from './people.ts';
import type { UserGroups } from './user-groups.ts';

/** People and channels as `GET /control/world` shows them. */
export function shownPerson(person: Person, groups: UserGroups) {
  const { id, name, realName, title, teamId, timeZone } = person;
  const roles = groups.rolesOf(id);
  return { id, name, roles, realName, title, teamId, timeZone, directMessage: directMessageId(person) };
}

export function shownChannel(channel: Channel) {
  const { id, name, kind, topic, archived, members, shared } = channel;
  return { id, name, kind, topic, archived, members, shared };
}
