import { expect, test } from 'vitest';
import { incidentView } from '../../../../src/domain/alert/incidents/incident-view.ts';
import { viewStepLimit } from '../../../../src/domain/alert/notice.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { anIncident, aTelling } from '../../../support/an-incident.ts';

test('a channel is shown the facts and the newest steps, and nothing of other channels', () => {
  const steps = [1, 2, 3, 4, 5].map((n) => ({ n, at: t0 + n, what: { kind: 'well' } }) as const);
  const { revision, bads, omittedSteps, ...facts } = anIncident();
  const { tellings, ...shown } = facts;
  expect(incidentView(anIncident({ steps, tellings: [aTelling()] }))).toStrictEqual({
    ...shown,
    steps: steps.slice(-viewStepLimit),
  });
});

test('a window in which it happens, and that it goes on elsewhere, are shown with it', () => {
  const during = { windowId: 'MW-3F7', note: 'router upgrade', until: t0 + 1 };
  expect(incidentView(anIncident(), { during, isMoved: true })).toMatchObject({ during, isMoved: true });
});
