import type { DigestView } from '../../../domain/alert/digest.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { type Reply, reply } from '../reply.ts';
import { kindNames } from '../words/change-kind.ts';
import { digestLine } from '../words/digest-line.ts';
import { digestWords } from '../words/digest-reason.ts';
import { counted, listed } from '../words/units.ts';

/** Many alerts in one message: how many, how they stand now, the worst first; all of them behind a button. */
export function digestReply(view: DigestView): Reply {
  const { id, total, top, incidents } = view;
  const hasIncidents = incidents.open + incidents.clearing + incidents.over > 0;
  const { sign, title, meaning } = digestWords({ ...view, hasIncidents });
  const standing = standingOf(view);
  const more = total - top.length;
  return reply(title, [
    section(
      lines(
        md`${trusted(standing?.sign ?? sign)} *${title}*${standing?.words ?? nothing}`,
        meaning,
        countLine(view),
      ),
    ),
    ...(top.length > 0
      ? [section(lines(...top.map(digestLine), more > 0 ? md`and ${more} more` : nothing))]
      : []),
    ...(total > 0
      ? [
          actions(
            button(
              total === 1 ? 'Show it' : `Show all ${total}`,
              actionIds.digestAll,
              encode({ digest: id, page: 0 }),
              {
                label: 'Show the whole list, as it stands now',
              },
            ),
          ),
        ]
      : []),
  ]);
}

/** What was told at once and is well now says so in its first line; held things say why they were held. */
function standingOf({
  why,
  incidents,
}: DigestView): { readonly sign: string; readonly words: Mrkdwn } | undefined {
  const { open, clearing, over } = incidents;
  const isAlarm = why === 'storm' || why === 'slack-away';
  if (!isAlarm || open > 0 || clearing + over === 0) return undefined;
  return clearing > 0
    ? { sign: ':large_yellow_circle:', words: md` · well again, if it stays so` }
    : { sign: ':large_green_circle:', words: md` · all incidents over` };
}

const kindsShown = 6;

/** `Incidents: 3 open, 2 over. Changes: 4 provider state, 1 SKU.` */
function countLine({ incidents, changes }: DigestView): Mrkdwn {
  const { open, clearing, over } = incidents;
  const states = [
    ...(open > 0 ? [`${open} open`] : []),
    ...(clearing > 0 ? [`${clearing} well for a moment`] : []),
    ...(over > 0 ? [`${over} over`] : []),
  ];
  const kinds = changes.slice(0, kindsShown).map(({ kind, count }) => `${count} × ${kindNames[kind]}`);
  const rest = changes.slice(kindsShown).reduce((sum, { count }) => sum + count, 0);
  return lines(
    states.length > 0 ? md`*${counted(open + clearing + over, 'incident')}*: ${listed(states)}.` : nothing,
    kinds.length > 0
      ? md`*Changes*: ${[...kinds, ...(rest > 0 ? [`${rest} others`] : [])].join(', ')}.`
      : nothing,
  );
}
