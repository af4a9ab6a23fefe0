import type { AccessRefusal } from '../../domain/access/grant.ts';
import type { TellingRefusal } from '../../usecases/access/access-desk.ts';
import { mentions } from './mention.ts';
import { type Mrkdwn, md, nothing } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';
import { roleWords } from './words/access.ts';
import { listed } from './words/units.ts';

/** Refusals because of who asks. */
export type AccessChatRefusal = AccessRefusal | TellingRefusal;

const toGrant = md`Whoever runs me grants roles in the file that ACCESS_FILE names; \`/circuit whoami\` shows your id and your roles.`;

export const accessWords: WordsOf<AccessChatRefusal> = {
  'role-needed': ({ roles, on, people }) => ({
    what: md`You need the role ${roleWords(roles)}${on ? md` on *${on}*` : nothing} for that.`,
    next: who(people),
  }),
  'groups-unreadable': ({ on }) => ({
    what: md`I cannot tell whether you may do that${on ? md` on *${on}*` : nothing}: Slack does not tell me who belongs to the user groups that may.`,
    next: md`Nothing was changed. Try again in a minute. My log says why; people named by their own id in ACCESS_FILE do not depend on it.`,
  }),
  'telling-out-of-sight': ({ subscriptionIds, people }) => ({
    what: md`A subscription also tells of circuits that are yet to come: whoever makes it must be allowed to look at all that can fit it.`,
    next:
      subscriptionIds.length > 0
        ? md`Narrow it with ${listed(
            subscriptionIds.map((id) => `subscription:${id}`),
            'or',
          )}: there you may look at everything.`
        : md`You may look at single resource groups or circuits only. ${who(people)}`,
  }),
};

function who(people: readonly string[]): Mrkdwn {
  return people.length > 0
    ? md`These can: ${mentions(people)}. ${toGrant}`
    : md`Nobody was granted that. ${toGrant}`;
}
