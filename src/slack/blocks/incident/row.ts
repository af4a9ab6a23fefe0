import type { KnownBlock } from '@slack/types';
import { type Incident, isOpen } from '../../../domain/alert/incident.ts';
import { actionIds } from '../../action-ids.ts';
import { actions, button, section } from '../kit.ts';
import { lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { holdButton } from './buttons.ts';
import { titleLine } from './title.ts';

/** One incident in a list: as it stands now, with what can be done from there. */
export function incidentRow(incident: Incident): readonly KnownBlock[] {
  const text = lines(titleLine(incident), subLine(incident));
  const show = button('Show', actionIds.showIncident, encode({ incident: incident.id }), {
    label: `Show incident ${incident.id}`,
  });
  return isOpen(incident) ? [section(text), actions(show, holdButton(incident))] : [section(text, show)];
}

function subLine({ id, severity, circuit, firstBadAt, acknowledged, assigned }: Incident): Mrkdwn {
  const group = circuit ? md` · ${circuit.resourceGroup}` : nothing;
  const holder = assigned?.to ?? acknowledged?.by;
  const held = holder ? md` · ${person(holder)} has it` : nothing;
  return md`${id} · ${severity}${group} · began ${moment(firstBadAt)}${held}`;
}
