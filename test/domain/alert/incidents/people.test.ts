import { describe, expect, test } from 'vitest';
import { acknowledge, assign, noteMute } from '../../../../src/domain/alert/incidents/people.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { ana, omar } from '../../../support/a-request.ts';
import { anIncident, aTelling } from '../../../support/an-incident.ts';
import { aWatch, degraded, down, good } from '../../support/a-watch.ts';

const at = t0 + 60_000;

describe('somebody who acknowledges an incident', () => {
  test('has it, and the story says so, with the note', () => {
    const incident = acknowledge(anIncident({ tellings: [aTelling()] }), { by: omar, note: 'on it', at });
    expect(incident).toMatchObject({
      revision: 2,
      state: 'open',
      acknowledged: { by: omar, at, note: 'on it' },
      tellings: [aTelling()],
    });
    expect(incident.steps.at(-1)).toEqual({
      n: 2,
      at,
      what: { kind: 'acknowledged', by: omar, note: 'on it' },
    });
  });

  test('need not say anything', () => {
    const { acknowledged, steps } = acknowledge(anIncident(), { by: omar, note: '', at });
    expect(acknowledged).toEqual({ by: omar, at });
    expect(steps.at(-1)?.what).toEqual({ kind: 'acknowledged', by: omar });
  });

  const held = () => {
    const watch = aWatch();
    watch.look(0, degraded());
    watch.put(assign(acknowledge(watch.last(), { by: omar, at: t0 }), { to: ana, by: omar, at: t0 }));
    return watch;
  };

  test('has it while it gets worse, well and bad again', () => {
    const watch = held();
    watch.look(60, down());
    watch.look(120, good);
    watch.look(150, degraded());
    expect(watch.last().acknowledged).toEqual({ by: omar, at: t0 });
  });

  test('has it no more when it was over and came back; whom it was assigned to does', () => {
    const watch = held();
    watch.look(60, good);
    watch.look(120, good);
    expect(watch.last()).toMatchObject({ state: 'resolved', acknowledged: { by: omar } });
    watch.look(180, degraded());
    expect(watch.last().acknowledged).toBeUndefined();
    expect(watch.last().assigned).toMatchObject({ to: ana });
  });
});

test('an incident is given to somebody, by somebody', () => {
  const incident = assign(anIncident(), { to: ana, by: omar, at });
  expect(incident).toMatchObject({ revision: 2, assigned: { to: ana, by: omar, at } });
  expect(incident.steps.at(-1)).toEqual({ n: 2, at, what: { kind: 'assigned', to: ana, by: omar } });
});

test('the story says who muted it where, and until when', () => {
  const incident = noteMute(anIncident(), { by: omar, until: at + 1, channelId: 'C1', at });
  const step = { n: 2, at, what: { kind: 'muted', by: omar, until: at + 1, channelId: 'C1' } } as const;
  expect(incident).toEqual({
    ...anIncident(),
    revision: 2,
    steps: [...anIncident().steps, step],
  });
});

test('what somebody does with one that is flapping is shown with all turns up to then', () => {
  const flapping = { since: t0 - 9, times: 7, lastTurnAt: t0, shownAt: t0 - 5 };
  const incident = acknowledge(anIncident({ flapping }), { by: omar, at });
  expect(incident).toMatchObject({ revision: 2, flapping: { ...flapping, shownAt: at } });
});
