import type { KnownBlock } from '@slack/types';
import { isAccepted } from '../../../domain/peering/prefix-states.ts';
import type { JudgedPrefix } from '../../../domain/validation/preflight.ts';
import type { Preflight } from '../../../usecases/validation/preflight-circuit.ts';
import { context, section } from '../kit.ts';
import { lines, md, nothing } from '../mrkdwn.ts';
import { prefixLines, verdictLine } from './preflight-prefix.ts';
import { countsLine, sourceBlocks } from './preflight-summary.ts';

/** Prefixes with their reasons, and prefixes with their verdict alone: a modal takes a hundred blocks. */
const whole = 8;
const named = 30;

/** What will come of the prefixes, in the review of a Microsoft peering. Advice: it refuses nothing. */
export function forecastBlocks({ circuit, judged }: Preflight): readonly KnownBlock[] {
  const { prefixes } = judged;
  if (prefixes.length === 0) return [];
  const explained = prefixes.filter(needsWords).slice(0, whole);
  const rest = prefixes.filter((one) => !explained.includes(one));
  const more = rest.length - named;
  return [
    section(lines(md`*Will Microsoft validate the prefixes by itself?*`, countsLine(judged))),
    ...explained.map((one) => section(prefixLines(one))),
    ...(rest.length > 0
      ? [
          section(
            lines(
              ...rest.slice(0, named).map(verdictLine),
              more > 0
                ? md`and ${more} more: \`/circuit validate ${circuit.name}\` shows all once they are set`
                : nothing,
            ),
          ),
        ]
      : []),
    ...sourceBlocks(judged),
    context(md`That is a forecast and no refusal: the peering can be set all the same.`),
  ];
}

function needsWords({ verdict, asked }: JudgedPrefix): boolean {
  return verdict === 'fails' || (verdict !== 'automatic' && !isAccepted(asked.state));
}
