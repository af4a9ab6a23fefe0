import type { SectionBlock } from '@slack/types';
import type { Case } from '../../../domain/validation/case/case.ts';
import { actions, context, section } from '../kit.ts';
import { lines, type Mrkdwn, md, plain, trusted, whole } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { listed } from '../words/units.ts';
import { numberButton } from './buttons.ts';

/** Opens "New support request" of the circuit. */
function portalLink({ circuit }: Case): Mrkdwn {
  const path = circuit.id.toWellFormed().split('/').map(encodeURIComponent).join('/');
  const url = `https://portal.azure.com/#resource${path.replace(/[!'*]/gu, percent)}/supportrequest`;
  return trusted(`<${url}|New support request for ${md`${circuit.name.replaceAll('|', ' ')}`.mrkdwn}>`);
}

/** What `encodeURIComponent` leaves as it is, and mrkdwn does not. */
function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Files of a case, and why they are not in its thread; undefined: they are. */
export type PackedFiles = { readonly names: readonly string[]; readonly unshared?: string };

/** The text to copy and what to choose, to the asker alone. */
export function casePackageReply(it: Case, files: PackedFiles): Reply {
  const { text, circuit } = it;
  return reply(md`${circuit.name}: the ticket to open by hand`, [
    section(
      lines(
        md`*The ticket for ${circuit.name}, to be opened by hand*`,
        md`1. Open ${portalLink(it)}: issue type Technical, service ExpressRoute, the problem about proof of ownership for public prefixes.`,
        md`2. Copy the title and the text below.`,
        md`3. ${toAttach(files)}`,
        md`4. Enter the ticket’s number here: then everything goes on.`,
      ),
    ),
    ...(text ? [text.title, text.body].flatMap(codeSections) : [section(md`The case has no text yet.`)]),
    actions(numberButton(it)),
    context(md`${it.id} · seen by you alone`),
  ]);
}

function toAttach({ names, unshared }: PackedFiles): Mrkdwn {
  if (names.length === 0) return md`The case has no files to attach.`;
  if (unshared === undefined) return md`Attach ${listed(names)}: they are in the case’s thread.`;
  return md`Attach ${listed(names)}. :warning: I could not put them into the case’s thread: ${whole(unshared)}.`;
}

/** Characters of code in one section, of which Slack takes 3,000. */
const codeRoom = 2_900;

/** To be copied as it is: nothing is left out of it but what would end the code. */
function codeSections(body: string): readonly SectionBlock[] {
  const parts: string[] = [];
  for (const line of body.split(/\r?\n/u).flatMap(piecesOf)) {
    const last = parts.at(-1);
    const together = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || together.length > codeRoom) parts.push(line);
    else parts[parts.length - 1] = together;
  }
  return parts.map((part) => section(trusted(`\`\`\`${part || ' '}\`\`\``)));
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '`': '’' };

/** A line that no section holds stands in pieces, cut between words where there are any. */
function piecesOf(line: string): readonly string[] {
  const escaped = [...plain(line)].map((point) => escapes[point] ?? point);
  const pieces: string[] = [];
  while (escaped.length > 0) pieces.push(escaped.splice(0, fitting(escaped)).join(''));
  return pieces.length > 0 ? pieces : [''];
}

/** How many of the first characters a section holds, with the last word whole. */
function fitting(escaped: readonly string[]): number {
  let length = 0;
  const end = escaped.findIndex((part) => {
    length += part.length;
    return length > codeRoom;
  });
  if (end < 0) return escaped.length;
  const space = escaped.lastIndexOf(' ', end);
  return space > 0 ? space + 1 : end;
}
