import { z } from 'zod';
import { app, team } from '../world/app-identity.ts';
import type { JsonObject } from '../world/json.ts';
import { findPerson, type Person, people } from '../world/people.ts';
import type { UserGroup } from '../world/user-groups.ts';
import { defineMethod, flag, limit, text } from './method.ts';
import { page } from './paging.ts';
import { ok, refuse } from './reply.ts';

export const usersInfo = defineMethod('users:read', z.object({ user: text }), (world, args) => {
  if (args.user === app.botUserId) return ok({ user: botJson });
  const person = findPerson(args.user);
  return person ? ok({ user: userJson(person, world.clock.now()) }) : refuse('user_not_found');
});

const List = z.object({ limit, cursor: text.optional() });

export const usersList = defineMethod('users:read', List, (world, args) => {
  const members = [...people.map((one) => userJson(one, world.clock.now())), botJson];
  const found = page(members, args.limit, args.cursor);
  return found
    ? ok({ members: found.items, response_metadata: found.response_metadata })
    : refuse('invalid_cursor');
});

const botJson: JsonObject = {
  id: app.botUserId,
  team_id: team.id,
  name: app.botName,
  real_name: 'Trunkline',
  deleted: false,
  is_bot: true,
  profile: { display_name: app.botName, real_name: 'Trunkline', bot_id: app.botId, api_app_id: app.appId },
};

function userJson(person: Person, now: number): JsonObject {
  const admin = person.roles.includes('admin');
  const foreign = person.teamId !== team.id;
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: false,
    tz: person.timeZone,
    tz_label: person.timeZone,
    tz_offset: offsetSeconds(person.timeZone, now),
    profile: {
      display_name: person.name,
      real_name: person.realName,
      title: person.title,
      team: person.teamId,
    },
    is_admin: admin,
    is_owner: admin,
    is_bot: false,
    is_restricted: false,
    ...(foreign && { is_stranger: true }),
  };
}

/** Seconds east of Greenwich, summer time included. */
function offsetSeconds(timeZone: string, now: number): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  return match ? Number(`${match[1]}1`) * (Number(match[2]) * 3_600 + Number(match[3]) * 60) : 0;
}

const Groups = z.object({ include_users: flag });

export const usergroupsList = defineMethod('usergroups:read', Groups, (world, args) =>
  ok({ usergroups: world.userGroups.list().map((group) => groupJson(group, args.include_users === true)) }),
);

function groupJson(group: UserGroup, withUsers: boolean): JsonObject {
  return {
    id: group.id,
    team_id: team.id,
    is_usergroup: true,
    name: group.handle,
    handle: group.handle,
    description: '',
    date_delete: 0,
    user_count: group.users.length,
    ...(withUsers && { users: group.users }),
  };
}

export const usergroupsUsersList = defineMethod(
  'usergroups:read',
  z.object({ usergroup: text }),
  (world, args) => {
    const group = world.userGroups.find(args.usergroup);
    return group ? ok({ users: group.users }) : refuse('no_such_subteam');
  },
);
