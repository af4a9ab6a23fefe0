import { type Mrkdwn, trusted } from '../mrkdwn.ts';

/** A mention. The id is Slack's own: nothing else of it gets into a message. */
export function person(userId: string): Mrkdwn {
  return trusted(`<@${userId.replace(/[^A-Z0-9]/gu, '')}>`);
}
