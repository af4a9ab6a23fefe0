import type { Button, KnownBlock } from '@slack/types';
import type { JudgedPrefix } from '../../../domain/validation/preflight.ts';
import { pageOf } from '../../../usecases/page-of.ts';
import type { Preflight } from '../../../usecases/validation/preflight-circuit.ts';
import { actionIds } from '../../action-ids.ts';
import { openCaseButton } from '../case/case-button.ts';
import { circuitToken } from '../circuit-token.ts';
import { actions, button, context, section } from '../kit.ts';
import { clip, lines, md, plain } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';
import { showButton } from '../show-button.ts';
import { moment } from '../time.ts';
import { prefixLines } from './preflight-prefix.ts';
import { countsLine, countsText, findingBlocks, sourceBlocks } from './preflight-summary.ts';
import { validateButton } from './validate-button.ts';

/** Each with its evidence behind a button; more would not fit a message. */
const pageSize = 8;

/** A page of a pre-flight, the worst first. `id`: under which it is remembered for its reader. */
export function preflightReply(preflight: Preflight, id: string, wantedPage = 0): Reply {
  const { circuit, at, judged } = preflight;
  const { shown, page, pageCount } = pageOf(judged.prefixes, wantedPage, pageSize);
  const where = pageCount > 1 ? md`, page ${page + 1} of ${pageCount}` : md``;
  return reply(md`${circuit.name}: ${countsText(judged)}`, [
    section(
      lines(
        md`*${circuit.name}* · will Microsoft validate its prefixes by itself?${where}`,
        countsLine(judged),
      ),
    ),
    ...findingBlocks(judged),
    ...shown.map((one) => section(prefixLines(one), evidenceButton(preflight, id, one))),
    actions(
      ...pager(preflight, id, page, pageCount),
      validateButton(circuit, 'Look again'),
      ...(needsTicket(judged) ? [openCaseButton(circuit, 'Case')] : []),
      showButton(circuit),
    ),
    ...sourceBlocks(judged),
    ...nextSteps(preflight),
    context(
      md`Asked ${moment(at)}. It is a forecast: Microsoft looks for itself when the peering is written.`,
    ),
  ]);
}

function evidenceButton(preflight: Preflight, id: string, { asked: { prefix } }: JudgedPrefix): Button {
  return button(
    'Evidence',
    actionIds.preflightEvidence,
    encode({ ...named(preflight, id), prefix: clip(prefix, 80) }),
    {
      label: `Evidence for ${prefix}`,
    },
  );
}

function pager(preflight: Preflight, id: string, page: number, pageCount: number): readonly Button[] {
  const to = (target: number) => encode({ ...named(preflight, id), page: target });
  return [
    ...(page > 0
      ? [button('‹ Previous', actionIds.preflightPrevious, to(page - 1), { label: 'Previous page' })]
      : []),
    ...(page < pageCount - 1
      ? [button('Next ›', actionIds.preflightPage, to(page + 1), { label: 'Next page' })]
      : []),
  ];
}

function named({ circuit }: Preflight, id: string) {
  return { circuit: circuitToken(circuit.id), name: clip(plain(circuit.name), 80), preflight: id };
}

function needsTicket({ prefixes }: Preflight['judged']): boolean {
  return prefixes.some(({ todo }) => todo.kind === 'open-ticket');
}

/** The commands behind the verdicts that are met. */
function nextSteps({ circuit, judged }: Preflight): readonly KnownBlock[] {
  const has = (kind: JudgedPrefix['todo']['kind']) => judged.prefixes.some(({ todo }) => todo.kind === kind);
  const steps = [
    ...(has('sign') ? [md`Sign with \`/circuit sign ${circuit.name}\`.`] : []),
    ...(needsTicket(judged) ? [md`Have a ticket opened with \`/circuit case open ${circuit.name}\`.`] : []),
    ...(has('name-registry') || has('correct-origin')
      ? [md`Registry and customer ASN are set with \`/circuit peering ${circuit.name} microsoft\`.`]
      : []),
  ];
  return steps.length > 0 ? [context(lines(...steps))] : [];
}

/** Stands while the registries are asked: public servers take their time. */
export function preflightingReply(name: string): Reply {
  return reply(md`Asking the registries about ${name}`, [
    section(
      md`:hourglass_flowing_sand: Asking the routing and address registries about the prefixes of *${name}*. It can take some seconds.`,
    ),
  ]);
}
