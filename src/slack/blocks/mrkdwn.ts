/** Text in Slack's mrkdwn that is safe to send: whatever came from outside was escaped on the way in. */
export type Mrkdwn = { readonly mrkdwn: string };

/** Longest piece of foreign text that is put into a sentence, in code points. */
const pieceLimit = 300;
const wholeLimit = 1_000;

/**
 * Builds mrkdwn. Every interpolated string is escaped and shortened; only what is Mrkdwn already goes in as it is.
 * `<!channel>` in a circuit's name is shown, not obeyed (facts/slack.md 5).
 */
export function md(parts: TemplateStringsArray, ...values: readonly (Mrkdwn | string | number)[]): Mrkdwn {
  return trusted(parts.reduce((text, part, index) => text + inline(values[index - 1] ?? '') + part));
}

function inline(value: Mrkdwn | string | number): string {
  return typeof value === 'object' ? value.mrkdwn : escapeMrkdwn(String(value));
}

/** Foreign text of which every word counts: a reason, a refusal, Azure's own words. */
export function whole(text: string): Mrkdwn {
  return trusted(escapeMrkdwn(text, wholeLimit));
}

/** Text that is mrkdwn by construction: a date token, a mention of an id that Slack gave. */
export function trusted(mrkdwn: string): Mrkdwn {
  return { mrkdwn };
}

export function joinMd(parts: readonly Mrkdwn[], separator: string): Mrkdwn {
  return trusted(parts.map(({ mrkdwn }) => mrkdwn).join(separator));
}

/** The non-empty lines, one below the other. */
export function lines(...parts: readonly Mrkdwn[]): Mrkdwn {
  return joinMd(
    parts.filter(({ mrkdwn }) => mrkdwn !== ''),
    '\n',
  );
}

export const nothing: Mrkdwn = trusted('');

/** Control and direction characters become blanks, and halves of surrogate pairs the replacement character. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** `*`, `~` and backticks cannot be escaped in mrkdwn, so they are dropped; `_` stays, it is common in names. */
function escapeMrkdwn(text: string, limit = pieceLimit): string {
  return clip(plain(text).replace(/[*~`]/gu, ''), limit)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');
}

/** For notifications, which show no formatting: the marks go, escaping stays. */
export function unformatted({ mrkdwn }: Mrkdwn): string {
  return mrkdwn.replace(/[*`]/gu, '');
}

/** Shortens to `limit` code points, which is how limits are counted here, with a mark that it did. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join('')}…`;
}
