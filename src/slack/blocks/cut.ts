/** Shortens mrkdwn to `limit` code points: at a line's end where one fits, and never within a token or an entity. */
export function cutMrkdwn(text: string, limit: number): string {
  if (lengthOf(text) <= limit) return text;
  const [first = '', ...rest] = text.split('\n');
  if (lengthOf(first) > limit - 2) return cutInLine(first, limit);
  let kept = first;
  let length = lengthOf(first);
  for (const line of rest) {
    length += lengthOf(line) + 1;
    if (length > limit - 2) break;
    kept += `\n${line}`;
  }
  return `${kept}\n…`;
}

/** What Slack reads as one: a date or mention, an entity, a character. */
const atom = /<[^<>]*>|&(?:amp|lt|gt);|./gsu;

function cutInLine(line: string, limit: number): string {
  let kept = '';
  let length = 0;
  for (const [part] of line.matchAll(atom)) {
    length += lengthOf(part);
    // One for the mark, one for the asterisk that may have to be closed.
    if (length > limit - 2) break;
    kept += part;
  }
  const isBoldOpen = (kept.match(/\*/gu)?.length ?? 0) % 2 === 1;
  return `${kept}…${isBoldOpen ? '*' : ''}`;
}

export function lengthOf(text: string): number {
  return [...text].length;
}
