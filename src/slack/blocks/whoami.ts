import type { Scope } from '../../domain/access/grant.ts';
import type { Held } from '../../domain/access/may-from.ts';
import { type Permission, rolesFor } from '../../domain/access/role.ts';
import { operations } from '../../domain/operation/operation.ts';
import type { Profile } from '../../usecases/access/access-desk.ts';
import { section } from './kit.ts';
import { mention, mentions } from './mention.ts';
import { joinMd, lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { roleWords, scopeWords } from './words/access.ts';

export type Person = { readonly userId: string; readonly teamId: string; readonly channelId: string };

/** Who the asker is to Trunkline, and what follows from it. */
export function whoamiReply(person: Person, profile: Profile): Reply {
  const { userId, teamId, channelId } = person;
  return reply(md`You are ${userId} in ${teamId}`, [
    section(
      md`You are ${trusted(`<@${userId}>`)}, user \`${userId}\` of workspace \`${teamId}\`; this is channel \`${channelId}\`.`,
    ),
    section(rolesHeld(person, profile)),
    section(lines(md`*What you may do*`, lookLine(profile), ...deeds.map((deed) => deedLine(deed, profile)))),
    ...warnings(profile).map((warning) => section(warning)),
  ]);
}

/** How many roles, and how many places of one, are listed. */
const rolesShown = 12;
const placesShown = 5;

function rolesHeld({ userId }: Person, { held, isNobodyGranted }: Profile): Mrkdwn {
  const ways = held.slice(0, rolesShown).map(({ role, on, through }) => {
    const way = through === userId ? md`granted to you by name` : md`through ${mention(through)}`;
    return md`• ${role} on ${scopeWords(on)}, ${way}`;
  });
  if (ways.length > 0) return lines(md`*Your roles*`, ...ways, more(held.length - ways.length));
  const others = isNobodyGranted ? 'Nobody has one yet: whoever' : 'Whoever';
  return lines(
    md`*You have no role.*`,
    md`${others} runs me grants roles to users and user groups in the file that ACCESS_FILE names.`,
  );
}

function lookLine({ reads, held }: Profile): Mrkdwn {
  if (reads === 'everybody') {
    return md`• May look at every circuit, subscribe channels that I am in, and mute circuits in them: everybody of this workspace may.`;
  }
  return held.length > 0
    ? md`• May look at circuits, subscribe channels that I am in, and mute circuits in them: ${places(held)}.`
    : md`• May not look at circuits: that needs ${roleWords(rolesFor.read)}.`;
}

type Deed = { readonly permission: Permission; readonly does: Mrkdwn };

const deeds: readonly Deed[] = [
  { permission: 'delete', does: md`use ${joinMd(operations.map(code), ', ')}` },
  { permission: 'approve', does: md`approve or reject what others ask for` },
  { permission: 'audit', does: md`read the audit trail` },
];

function code(word: string): Mrkdwn {
  return md`\`${word}\``;
}

/** An operator may do all operations or none, so that one speaks for all. */
function deedLine({ permission, does }: Deed, { held }: Profile): Mrkdwn {
  const roles = rolesFor[permission];
  const carrying = held.filter(({ role }) => roles.includes(role));
  return carrying.length > 0
    ? md`• May ${does}: ${places(carrying)}.`
    : md`• May not ${does}: that needs ${roleWords(roles)}.`;
}

function places(held: readonly Held[]): Mrkdwn {
  const scopes = held.map(({ on }) => on);
  if (scopes.some(({ kind }) => kind === 'everything')) return md`for every circuit`;
  const unique = [
    ...new Map(scopes.map((scope): [string, Scope] => [JSON.stringify(scope), scope])).values(),
  ];
  const shown = joinMd(unique.slice(0, placesShown).map(scopeWords), ', ');
  const left = unique.length - placesShown;
  return md`for ${shown}${left > 0 ? md` and ${left} more` : nothing}, and nowhere else`;
}

function more(count: number): Mrkdwn {
  return count > 0 ? md`• and ${count} more` : nothing;
}

function warnings({ unreadable, troubles }: Profile): readonly Mrkdwn[] {
  return [
    ...(unreadable.length > 0
      ? [
          md`:warning: Slack does not tell me who belongs to ${mentions(unreadable)}. Roles through them are not shown, and what needs them is refused until it does.`,
        ]
      : []),
    ...(troubles.length > 0
      ? [
          lines(
            md`:warning: *The rules cannot be read as they are now.* The last good ones are in force. Mend:`,
            ...troubles.map((trouble) => md`• ${trouble}`),
          ),
        ]
      : []),
  ];
}
