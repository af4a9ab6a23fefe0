import type { KnownBlock } from '@slack/types';
import type { DigestEntry, DigestPage } from '../../../usecases/alerts/read-digest.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, context, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';
import { digestLine } from '../words/digest-line.ts';
import { digestWords } from '../words/digest-reason.ts';
import { counted } from '../words/units.ts';
import { incidentRow } from './row.ts';

/** The whole list behind a digest, page by page, each incident as it stands now. */
export function digestAllReply(page: DigestPage): Reply {
  const { digest, entries } = page;
  const { lines: all, omitted = 0 } = digest;
  const { sign, title } = digestWords({ ...digest, total: all.length + omitted });
  const buttons = pager(page);
  return reply(title, [
    section(lines(md`${trusted(sign)} *${title}*${whereOf(page)}`, md`As it stands now:`)),
    ...entries.flatMap(entryBlocks),
    ...(omitted > 0
      ? [
          context(
            md`${counted(omitted, 'change is', 'changes are')} no longer in the list: see the circuits' cards.`,
          ),
        ]
      : []),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}

function whereOf({ page, pageCount }: DigestPage): Mrkdwn {
  return pageCount > 1 ? md`, page ${page + 1} of ${pageCount}` : nothing;
}

function entryBlocks({ line, incident }: DigestEntry): readonly KnownBlock[] {
  return incident ? incidentRow(incident) : [section(digestLine(line))];
}

function pager({ digest: { id }, page, pageCount }: DigestPage) {
  const to = (target: number) => encode({ digest: id, page: target });
  return [
    ...(page > 0
      ? [button('‹ Previous', actionIds.digestPrevious, to(page - 1), { label: 'Previous page' })]
      : []),
    ...(page < pageCount - 1
      ? [button('Next ›', actionIds.digestAll, to(page + 1), { label: 'Next page' })]
      : []),
  ];
}
