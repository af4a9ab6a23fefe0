import type { Shown } from './slack-shown.ts';

/** What our own code makes: moments, the people who subscribed, muted, asked or approved, the group that may, the channel. */
const ours = [
  /^<!date\^\d{1,11}\^(?:\{date_short_pretty\} )?\{time\}\|\d{4}-\d\d-\d\d \d\d:\d\d UTC>/u,
  /^<@(?:U0OMAR0001|U0ANA00001|U0ADAM0001)>/u,
  /^<!subteam\^S0OPERATR1>/u,
  /^<#C0NETOPS001>/u,
] as const;

/** Everything in what Slack reads as mrkdwn that could ping, link or break: tokens that are not ours, loose brackets. */
export function foreignMarkup({ text, blocks }: Shown): readonly string[] {
  return [text, ...mrkdwnIn(blocks)].flatMap(markupIn);
}

function markupIn(mrkdwn: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < mrkdwn.length; at++) {
    const rest = mrkdwn.slice(at, at + 120);
    const own = ours.map((token) => token.exec(rest)?.[0]).find((token) => token !== undefined);
    if (own) at += own.length - 1;
    else if (/^(?:[<>]|&(?!amp;|lt;|gt;))/u.test(rest)) found.push(rest.slice(0, 40));
  }
  return found;
}

/** All text that Slack formats; what is `plain_text` is shown as it stands. */
function mrkdwnIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnIn);
}
