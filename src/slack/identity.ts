import type { WebClient } from '@slack/web-api';

/** Who the bot is, and in which workspace. */
export type Identity = {
  readonly teamId: string;
  readonly enterpriseId: string | undefined;
  readonly botUserId: string;
  readonly botId: string;
};

/** Asks Slack with the token given. Throws what the client throws. */
export async function readIdentity(client: WebClient): Promise<Identity> {
  const answer = await client.auth.test();
  return {
    teamId: answer.team_id ?? '',
    enterpriseId: answer.enterprise_id || undefined,
    botUserId: answer.user_id ?? '',
    botId: answer.bot_id ?? '',
  };
}
