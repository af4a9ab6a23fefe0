import type { CaseView } from '../../../domain/validation/case/view.ts';
import { context, section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { moment } from '../time.ts';
import { counted } from '../words/units.ts';
import { showCaseButton } from './case-button.ts';
import { caseTitle } from './title.ts';

const shown = 20;

/** Open cases, the newest first, and below them those that are closed. */
export function casesReply(views: readonly CaseView[]): Reply {
  const open = views.filter(({ closed }) => !closed).toReversed();
  const closed = views.filter((view) => view.closed).toReversed();
  const title = open.length === 0 ? md`No open case` : md`${counted(open.length, 'open case')}`;
  const all = [...open, ...closed];
  return reply(title, [
    section(md`*${title}*`),
    ...all.slice(0, shown).map(caseSection),
    ...(all.length > shown ? [context(md`and ${counted(all.length - shown, 'older one')}`)] : []),
    context(
      md`A case opens by itself when Microsoft needs a manual validation, or by \`/circuit case open\` and its name.`,
    ),
  ]);
}

function caseSection(view: CaseView) {
  const { id, circuit, opened } = view;
  return section(
    lines(caseTitle(view), md`${id} · ${circuit.resourceGroup} · opened ${moment(opened.at)}`),
    showCaseButton(id, 'Show'),
  );
}
