import { nameOf } from '../../../domain/open-enum.ts';
import { noRegistry } from '../../../domain/peering/registry.ts';
import { evidenceParts } from '../../../domain/validation/evidence-lines.ts';
import { expectedOrigin } from '../../../domain/validation/expected-origin.ts';
import type { JudgedPrefix } from '../../../domain/validation/preflight.ts';
import { reasonSentence } from '../../../domain/validation/reason-words.ts';
import type { Preflight } from '../../../usecases/validation/preflight-circuit.ts';
import { context, divider, section } from '../kit.ts';
import { lines, type Mrkdwn, md, whole } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { moment } from '../time.ts';
import { prefixStateMeaning } from '../words/prefix-state.ts';
import { todoLine, verdictLine } from './preflight-prefix.ts';

const linesShown = 12;

/** All that was told of one prefix, source by source, beside what follows from it. */
export function preflightEvidenceReply({ circuit, at, judged }: Preflight, one: JudgedPrefix): Reply {
  return reply(md`${one.asked.prefix} of ${circuit.name}`, [
    section(
      lines(
        verdictLine(one),
        ...one.reasons.map((reason) => md`• ${whole(reasonSentence(reason))}`),
        todoLine(one),
      ),
    ),
    section(expectedLine(one, judged.question.peerAsn)),
    divider,
    ...evidenceParts(one.evidence).map((part) => section(partLines(part.source, part.lines))),
    context(md`Asked ${moment(at)} for *${circuit.name}*.`),
  ]);
}

function expectedLine({ asked }: JudgedPrefix, peerAsn: number | undefined): Mrkdwn {
  const { customerAsn, routingRegistry = noRegistry, state } = asked;
  const origin = expectedOrigin({ peerAsn, customerAsn });
  const looked = origin === undefined ? 'an AS number that Azure does not tell now' : `AS${origin}`;
  const said =
    state === undefined
      ? md`Azure says nothing of it yet.`
      : md`Azure says ${nameOf(state)}: ${prefixStateMeaning(state)}.`;
  return lines(
    md`Azure looks for ${looked}; the routing registry of the peering is ${routingRegistry}.`,
    said,
  );
}

function partLines(source: string, told: readonly string[]): Mrkdwn {
  const more = told.length - linesShown;
  return lines(
    md`*${source}*`,
    ...told.slice(0, linesShown).map((line) => md`${line}`),
    more > 0 ? md`and ${more} more` : md``,
  );
}
