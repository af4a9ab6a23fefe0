import type { ActionsBlock } from '@slack/types';
import type { CatchUpNotice } from '../../../domain/alert/notice.ts';
import type { Change } from '../../../domain/circuit/changes.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitToken } from '../circuit-token.ts';
import { actions, context, section, select } from '../kit.ts';
import { lines, md, nothing } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { duration, moment } from '../time.ts';
import { counted } from '../words/units.ts';
import { changeTitle } from './change.ts';

/** How many changes one section holds: with 25 changes the message stays within Slack's size. */
const changesPerSection = 5;

/** What changed while nobody looked, oldest first, in one message. */
export function catchUpReply(notice: CatchUpNotice): Reply {
  const { changes, omitted, since, until } = notice;
  const title = md`:rewind: *${counted(changes.length + omitted, 'change')} ${reason(notice)}*`;
  const groups = Array.from({ length: Math.ceil(changes.length / changesPerSection) }, (_, index) =>
    changes.slice(index * changesPerSection, (index + 1) * changesPerSection),
  );
  const left =
    omitted > 0
      ? md`${counted(omitted, 'older change is', 'older changes are')} left out here: see the circuits' cards.`
      : nothing;
  return reply(md`${counted(changes.length + omitted, 'change')} ${reason(notice)}`, [
    section(
      lines(
        title,
        md`${silence(notice)} between ${moment(since)} and ${moment(until)} (${duration(until - since)}).`,
        left,
      ),
    ),
    ...groups.map((group) => section(lines(...group.map(changeTitle)))),
    ...(changes.length > 0 ? [circuitMenu(changes)] : []),
    context(md`The order is that in which the changes were seen, not that in which they happened.`),
  ]);
}

function reason({ why }: CatchUpNotice): string {
  return why === 'away' ? 'while Trunkline could not watch' : 'while this channel could not be reached';
}

function silence({ why }: CatchUpNotice): string {
  return why === 'away' ? 'Nobody was told' : 'Nothing was told here';
}

/** Each circuit that changed, once. */
function circuitMenu(changes: readonly Change[]): ActionsBlock {
  const unique = new Map(changes.map(({ circuit }) => [circuit.id, circuit]));
  const choices = [...unique.values()].map(({ id, name, resourceGroup }) => ({
    text: `${resourceGroup}/${name}`,
    value: circuitToken(id),
  }));
  return actions(select('Show a circuit', actionIds.showCatchUp, choices));
}
