import type { Case } from '../../../domain/validation/case/case.ts';
import { actions, context, section } from '../kit.ts';
import { lines, type Mrkdwn, md, plain, trusted } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { listed } from '../words/units.ts';
import { numberButton } from './buttons.ts';

/** Opens "New support request" of the circuit. */
function portalLink({ circuit }: Case): Mrkdwn {
  const url = `https://portal.azure.com/#resource${encodeURI(circuit.id)}/supportrequest`;
  return trusted(`<${url.replace(/[|<>]/gu, '')}|New support request for ${md`${circuit.name}`.mrkdwn}>`);
}

/** The text to copy and what to choose, to the asker alone. */
export function casePackageReply(it: Case, files: readonly string[]): Reply {
  const { text, circuit } = it;
  return reply(md`${circuit.name}: the ticket to open by hand`, [
    section(
      lines(
        md`*The ticket for ${circuit.name}, to be opened by hand*`,
        md`1. Open ${portalLink(it)}: issue type Technical, service ExpressRoute, the problem about proof of ownership for public prefixes.`,
        md`2. Copy the title and the text below.`,
        files.length > 0
          ? md`3. Attach ${listed(files)}: they are in the case’s thread now.`
          : md`3. The case has no files to attach.`,
        md`4. Enter the ticket’s number here: then everything goes on.`,
      ),
    ),
    section(md`*${text?.title ?? ''}*`),
    ...codeSections(text?.body ?? '').map((part) => section(part)),
    actions(numberButton(it)),
    context(md`${it.id} · seen by you alone`),
  ]);
}

/** Characters of code in one section, of which Slack takes 3,000. */
const codeRoom = 2_900;

/** To be copied as it is: nothing is left out of it but what would end the code. */
function codeSections(body: string): readonly Mrkdwn[] {
  const parts: string[] = [];
  for (const line of body.split(/\r?\n/u).flatMap(piecesOf)) {
    const last = parts.at(-1);
    const together = last === undefined ? line : `${last}\n${line}`;
    if (last === undefined || together.length > codeRoom) parts.push(line);
    else parts[parts.length - 1] = together;
  }
  return parts.map((part) => trusted(`\`\`\`${part || ' '}\`\`\``));
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
