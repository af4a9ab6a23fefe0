import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { type Directory, SlackFault } from '../usecases/ports.ts';
import { platformCode } from './outcome.ts';

/** What Slack refuses for good, and what mends it. Errors of usergroups.users.list: facts in test/fixtures/slack. */
const mends: Readonly<Record<string, string>> = {
  plan_upgrade_required:
    'user groups need a paid Slack plan: name people by their own ids in ACCESS_FILE instead',
  missing_scope: 'the app lacks the scope usergroups:read: install it again from manifest.yml',
};

/** User groups as Slack has them. A Tier 2 method, about 20 calls a minute: whoever asks remembers. */
export function createDirectory(client: WebClient): Directory {
  return {
    async membersOf(groupId) {
      try {
        const { users } = await client.usergroups.users.list({ usergroup: groupId });
        if (users) return users;
      } catch (error) {
        if (platformCode(error) === 'no_such_subteam') return [];
        throw toFault(error, groupId);
      }
      throw new SlackFault(`Slack did not tell who is in user group ${groupId} (no list)`);
    },
  };
}

function toFault(error: unknown, groupId: string): SlackFault {
  const code = platformCode(error);
  const retryAfterMs = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : undefined;
  const why = retryAfterMs === undefined ? (mends[code] ?? code) : 'too many calls';
  return new SlackFault(`Slack did not tell who is in user group ${groupId} (${why})`, {
    cause: error,
    retryAfterMs,
  });
}
