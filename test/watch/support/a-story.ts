import type { Incident } from '../../../src/domain/alert/incident.ts';
import { incidentView } from '../../../src/domain/alert/incidents/incident-view.ts';
import type { Owed } from '../../../src/domain/alert/notice.ts';
import { cardName } from '../../../src/domain/alert/telling/card.ts';
import { aCircuitRef, anOwed, t0 } from '../../support/a-circuit.ts';
import { anIncident } from '../../support/an-incident.ts';

/** What channel C1 is owed of the incident of a circuit: its card in any version, and replies in its thread. */
export function aStory(name: string, channelId = 'C1') {
  const card = cardName(name, 0, channelId);
  const to = { channelId };
  const incident = anIncident({ id: name, circuit: aCircuitRef({ name }) });
  return {
    card,
    version(revision: number, shown: Partial<Incident> = {}, owedAt = t0): Owed {
      const notice = { kind: 'incident', view: incidentView({ ...incident, ...shown }) } as const;
      return anOwed({ key: `${card}.${revision}@${channelId}`, card, to, notice, owedAt });
    },
    reply(step: number, owedAt = t0): Owed {
      const { id: incidentId, subject } = incident;
      const notice = { kind: 'incident-steps', incidentId, subject, steps: [], omitted: 0 } as const;
      return anOwed({ key: `${card}.steps.${step}@${channelId}`, replyTo: card, to, notice, owedAt });
    },
  };
}
