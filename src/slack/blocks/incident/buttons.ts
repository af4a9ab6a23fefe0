import type { ActionsBlock, Button, Overflow } from '@slack/types';
import type { Incident } from '../../../domain/alert/incident.ts';
import type { IncidentView } from '../../../domain/alert/notice.ts';
import { nameOf } from '../../../domain/open-enum.ts';
import { actionIds } from '../../action-ids.ts';
import { openCaseButton } from '../case/case-button.ts';
import { circuitToken } from '../circuit-token.ts';
import { button, overflow } from '../kit.ts';
import { clip, plain } from '../mrkdwn.ts';
import { encode } from '../payload.ts';
import { showButton } from '../show-button.ts';
import { validateButton } from '../validation/validate-button.ts';
import { ownerName } from '../words/trouble.ts';
import { incidentChoices } from './menu.ts';

/** What can be done about an incident as it stands. Of one that is over: to look at the circuit. */
export function incidentButtons(view: IncidentView): ActionsBlock['elements'] {
  const { circuit, state, ending, isMoved } = view;
  if (isMoved) return [];
  const isGone = ending?.kind === 'gone' && ending.why === 'circuit-gone';
  const show = circuit && !isGone ? [showButton(circuit)] : [];
  if (state === 'resolved') return show;
  return [...diagnoseButtons(view), ...validateButtons(view), holdButton(view), ...show, incidentMenu(view)];
}

function diagnoseButtons({ subject, circuit }: IncidentView): readonly Button[] {
  if (subject.kind !== 'connectivity' || !circuit) return [];
  const value = encode({
    circuit: circuitToken(circuit.id),
    name: clip(plain(circuit.name), 80),
    peering: clip(nameOf(subject.peering), 80),
  });
  return [
    button('Diagnose', actionIds.diagnose, value, {
      label: `Diagnose ${circuit.name}: ask Microsoft's edge now`,
    }),
  ];
}

/** Prefixes that are not validated, or that the registries speak against: who says what, and who sees to it. */
function validateButtons({ subject, circuit }: IncidentView): readonly Button[] {
  const isOfPrefixes = subject.kind === 'validation' || subject.kind === 'registry';
  if (!isOfPrefixes || !circuit) return [];
  return [
    validateButton(circuit),
    ...(subject.kind === 'validation' ? [openCaseButton(circuit, 'Case')] : []),
  ];
}

/** Nobody has it: it can be acknowledged. Somebody has: it can be taken over. */
export function holdButton(incident: Pick<Incident, 'id' | 'acknowledged' | 'circuit'>): Button {
  const { id, acknowledged } = incident;
  const payload = encode({ incident: id });
  const of = `${ownerName(incident)}, ${id}`;
  return acknowledged
    ? button('Take over', actionIds.takeIncident, payload, { label: `Take over ${of}` })
    : button('Acknowledge', actionIds.acknowledge, payload, { style: 'primary', label: `Acknowledge ${of}` });
}

function incidentMenu({ id, circuit }: IncidentView): Overflow {
  return overflow(actionIds.incidentMenu, incidentChoices(id, circuit !== undefined));
}
