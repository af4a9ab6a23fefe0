import type { Case } from '../../../domain/validation/case/case.ts';
import { context, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { listed } from '../words/units.ts';

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
    section(text ? asCode(text.body) : nothing),
    context(md`${it.id} · seen by you alone`),
  ]);
}

/** To be copied as it is; what would end the code is taken out. */
function asCode(body: string): Mrkdwn {
  const safe = body
    .split(/\r?\n/u)
    .map((line) => md`${line}`.mrkdwn)
    .join('\n');
  return trusted(`\`\`\`${safe}\`\`\``);
}
