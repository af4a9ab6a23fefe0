import type { IncidentView } from '../../../domain/alert/notice.ts';
import { lines, type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';

type Noted = Pick<IncidentView, 'acknowledged' | 'assigned' | 'cause' | 'during' | 'isMoved'>;

/** Who has it, who brought it about, and whether it was to be expected. */
export function incidentNotes({ acknowledged, assigned, cause, during, isMoved }: Noted): Mrkdwn {
  return lines(
    cause ? md`Asked for in Trunkline by ${person(cause.by)}: ${cause.requestId}.` : nothing,
    during
      ? md`:construction: During maintenance until ${moment(during.until)}: ${during.note || during.windowId}. It may be expected.`
      : nothing,
    acknowledged
      ? md`:eyes: Acknowledged by ${person(acknowledged.by)} ${moment(acknowledged.at)}${acknowledged.note ? md`: ${whole(acknowledged.note)}` : '.'}`
      : nothing,
    assigned ? md`:point_right: ${person(assigned.to)} has it${assignedBy(assigned)}.` : nothing,
    isMoved ? md`:arrow_down: It goes on below, in a newer message.` : nothing,
  );
}

function assignedBy({ to, by }: NonNullable<Noted['assigned']>): Mrkdwn {
  return to === by ? nothing : md`, given by ${person(by)}`;
}
