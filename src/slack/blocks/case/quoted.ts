import { type Mrkdwn, md, trusted, whole } from '../mrkdwn.ts';

/** Characters of mrkdwn in one section: Slack takes 3,000. */
const sectionRoom = 2_800;
/** Code points of what somebody wrote in one line of ours; a character that is escaped becomes up to five. */
const lineRoom = (line: string) => (/[&<>]/u.test(line) ? 500 : 1_000);

/**
 * What somebody wrote, line by line, so that nobody takes it for our words: whole, in as many sections as it needs.
 * Longer than `room`, in characters of mrkdwn, it says how much is missing.
 */
export function quoted(text: string, room = Number.POSITIVE_INFINITY): readonly Mrkdwn[] {
  // No character takes less than one: what is behind them is counted, and no letter's length keeps others waiting.
  const behind = Math.max(0, text.length - room);
  const all = text
    .slice(0, text.length - behind)
    .split(/\r?\n/u)
    .flatMap((line) => wrapped(line, lineRoom(line)));
  const lines = all.map((line) => `>${whole(line).mrkdwn}`);
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > room;
  });
  const parts = grouped(end < 0 ? lines : lines.slice(0, end)).map(trusted);
  const missing = behind + (end < 0 ? 0 : all.slice(end).join(' ').length);
  if (missing === 0) return parts;
  return [...parts, md`… and ${missing} more characters: read them in the ticket, in the portal.`];
}

/** As many lines in a section as it holds. */
function grouped(lines: readonly string[]): readonly string[] {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    const together = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || together.length > sectionRoom) sections.push(line);
    else sections[sections.length - 1] = together;
  }
  return sections;
}

/** A long line in pieces, between words where there are any. */
function wrapped(line: string, room: number): readonly string[] {
  const points = [...line];
  if (points.length <= room) return [line];
  const space = points.lastIndexOf(' ', room);
  const end = space > room / 2 ? space : room;
  return [points.slice(0, end).join(''), ...wrapped(points.slice(end).join('').trimStart(), room)];
}
