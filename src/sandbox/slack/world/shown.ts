import type { Channel } from './channels.ts';
import { directMessageId, type Person } from './people.ts';

/** People and channels as `GET /control/world` shows them. */
export function shownPerson(person: Person) {
  const { id, name, roles, realName, title, teamId, timeZone } = person;
  return { id, name, roles, realName, title, teamId, timeZone, directMessage: directMessageId(person) };
}

export function shownChannel(channel: Channel) {
  const { id, name, kind, topic, archived, members, shared } = channel;
  return { id, name, kind, topic, archived, members, shared };
}
