import type { Shown } from './slack-shown.ts';

/**
 * What our own code makes: moments, the people who subscribed, muted, asked or approved, the group that may, the channel,
 * and where a support request is opened.
 */
const ours = [
  /^<!date\^\d{1,11}\^(?:\{date_short_pretty\} )?\{time\}\|\d{4}-\d\d-\d\d \d\d:\d\d UTC>/u,
  /^<@(?:U0OMAR0001|U0ANA00001|U0ADAM0001)>/u,
  /^<!subteam\^S0OPERATR1>/u,
  /^<#C0NETOPS001>/u,
  /^<https:\/\/portal\.azure\.com\/#resource\/[\w%./()~-]{1,1500}\|New support request for [^<>|]{0,400}>/u,
] as const;

/** Everything in what Slack reads as mrkdwn that could ping, link or break: tokens that are not ours, loose brackets. */
export function foreignMarkup({ text, blocks }: Shown): readonly string[] {
  return [text, ...mrkdwnIn(blocks)].flatMap(markupIn);
}

/** Where something may begin; nothing else is looked at, for tens of thousands of messages are read. */
const marks = /[<>&]/gu;

function markupIn(mrkdwn: string): readonly string[] {
  const found: string[] = [];
  let end = 0;
  for (const { index } of mrkdwn.matchAll(marks)) {
    if (index < end) continue;
    const rest = mrkdwn.slice(index, index + (mrkdwn.startsWith('<https:', index) ? 2_000 : 120));
    // Somebody's own words are quoted, line by line.
    if (mrkdwn[index] === '>' && (index === 0 || mrkdwn[index - 1] === '\n')) continue;
    const own = ours.map((token) => token.exec(rest)?.[0]).find((token) => token !== undefined);
    if (own) end = index + own.length;
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
