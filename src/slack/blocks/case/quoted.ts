import { type Mrkdwn, md, trusted } from '../mrkdwn.ts';

/** What somebody wrote, line by line, so that nobody takes it for our words. */
export function quoted(text: string): Mrkdwn {
  const lines = text.split(/\r?\n/u).map((line) => `>${md`${line}`.mrkdwn}`);
  return trusted(lines.join('\n'));
}
