import type { FirstSightNotice } from '../../../domain/alert/notice.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, section } from '../kit.ts';
import { lines, md, nothing } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';
import { shortStepLine } from '../words/next-step.ts';
import { countedSituation } from '../words/situation.ts';
import { counted, listed } from '../words/units.ts';

/** The first look at a subscription: one summary instead of an alert for each circuit. */
export function firstSightReply({
  subscriptionId,
  counts,
  attention,
  attentionCount,
}: FirstSightNotice): Reply {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const kinds = listed(counts.map(({ situation, count }) => countedSituation(situation, count)));
  const more = attentionCount - attention.length;
  return reply(md`Now watching ${counted(total, 'circuit')}`, [
    section(
      lines(
        md`:eyes: *Now watching ${counted(total, 'circuit')}* in subscription ${subscriptionId}`,
        md`${kinds}.`,
        attentionCount === 0
          ? md`None of them waits for you.`
          : md`${counted(attentionCount, 'circuit waits', 'circuits wait')} for you:`,
        ...attention.map(
          ({ name, resourceGroup, next }) => md`• *${name}* (${resourceGroup}) ${shortStepLine(next, '')}`,
        ),
        more > 0 ? md`• and ${more} more` : nothing,
      ),
    ),
    actions(
      button('List circuits', actionIds.listPage, encode({ filter: '', page: 0 }), { style: 'primary' }),
      button('What needs attention', actionIds.listPrevious, encode({ filter: 'needs:attention', page: 0 })),
    ),
  ]);
}
