import type { IncidentView } from '../../../domain/alert/notice.ts';
import { incidentBody } from '../incident/body.ts';
import { incidentButtons } from '../incident/buttons.ts';
import { incidentNotes } from '../incident/notes.ts';
import { titleLine, titleText } from '../incident/title.ts';
import { actions, context, section } from '../kit.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { moment } from '../time.ts';

/** An incident as it stands: the one message that a channel has of it. */
export function incidentReply(view: IncidentView): Reply {
  const buttons = incidentButtons(view);
  return reply(titleText(view), [
    section(lines(titleLine(view), incidentBody(view), incidentNotes(view))),
    context(whereLine(view)),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  ]);
}

function whereLine({ circuit, id, severity, firstBadAt }: IncidentView): Mrkdwn {
  if (!circuit) return md`${id} · ${severity} · began ${moment(firstBadAt)}`;
  const place = [circuit.provider, circuit.peeringLocation].filter(Boolean).join(' ') || 'no provider';
  return md`${id} · ${severity} · ${circuit.resourceGroup} · ${place} · began ${moment(firstBadAt)}`;
}
