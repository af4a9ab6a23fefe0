import { describe, expect, test } from 'vitest';
import { stepLimit } from '../../../../src/domain/alert/incident.ts';
import type { Subject } from '../../../../src/domain/alert/subject.ts';
import { aCircuitRef, circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { aSessionSight } from '../../../support/an-incident.ts';
import { aWatch, degraded, down, gone, good, peering, unknown } from '../../support/a-watch.ts';

const at = (seconds: number) => t0 + seconds * 1_000;
const status: Subject = { kind: 'status', circuitId: circuitIdOf('lon-01') };
const disabled = {
  kind: 'bad',
  severity: 'critical',
  trouble: { kind: 'status', status: 'Disabled' },
} as const;

describe('an incident', () => {
  test('is open at the first bad look', () => {
    const watch = aWatch();
    watch.take(0, [{ subject: peering, circuit: aCircuitRef(), verdict: degraded() }]);
    expect(watch.last()).toMatchObject({
      id: 'INC-1',
      revision: 1,
      subject: peering,
      circuit: { name: 'lon-01' },
      state: 'open',
      severity: 'warning',
      firstBadAt: t0,
      openedAt: t0,
      steps: [
        { n: 1, at: t0, what: { kind: 'opened', severity: 'warning', trouble: { extent: 'degraded' } } },
      ],
    });
  });

  test('is none of what is good, unknown or gone', () => {
    const watch = aWatch();
    for (const verdict of [good, unknown, gone]) watch.look(0, verdict);
    expect(watch.all()).toEqual([]);
  });

  test('follows the last of several conditions of its subject', () => {
    const watch = aWatch();
    watch.take(0, [
      { subject: peering, verdict: degraded() },
      { subject: peering, verdict: good },
    ]);
    expect(watch.all()).toEqual([]);
  });

  test('is another one for each subject', () => {
    const watch = aWatch();
    watch.take(0, [
      { subject: peering, verdict: degraded() },
      { subject: status, verdict: disabled },
    ]);
    watch.look(60, good, status);
    expect(watch.all().map(({ subject, state }) => `${subject.kind} ${state}`)).toEqual([
      'connectivity open',
      'status resolved',
    ]);
  });

  test('tells what changed, once, with the facts as they are now', () => {
    const watch = aWatch();
    watch.look(0, degraded());
    expect(watch.look(60, degraded())).toEqual({ put: [], remove: [] });
    watch.look(120, down());
    expect(watch.look(180, down()).put).toEqual([]);
    expect(watch.story()).toEqual(['0 opened', '120 changed']);
    expect(watch.last()).toMatchObject({ revision: 2, severity: 'critical', trouble: { extent: 'down' } });
  });

  test('tells of another severity of the same facts', () => {
    const watch = aWatch();
    watch.look(0, degraded());
    watch.look(60, { ...degraded(), severity: 'critical' });
    expect(watch.story()).toEqual(['0 opened', '60 changed']);
  });

  test('stays as it is while nobody can tell', () => {
    const watch = aWatch();
    watch.look(0, degraded());
    expect(watch.look(60, unknown)).toEqual({ put: [], remove: [] });
    expect(watch.pass(86_400).put).toEqual([]);
  });
});

describe('what comes and goes by itself', () => {
  const lost = () => {
    const watch = aWatch();
    watch.look(0, degraded());
    watch.look(240, good);
    return watch;
  };

  test('is watched for the clear-after time, and over then: it lasted until it got well', () => {
    const watch = lost();
    expect(watch.last()).toMatchObject({ state: 'clearing', goodSince: at(240) });
    expect(watch.look(299, good).put).toEqual([]);
    watch.look(300, good);
    expect(watch.last()).toMatchObject({ state: 'resolved', resolvedAt: at(300), ending: { kind: 'well' } });
    expect(watch.story()).toEqual(['0 opened', '240 well', '300 resolved']);
    expect(watch.last().steps.at(-1)?.what).toEqual({
      kind: 'resolved',
      lastedMs: 240_000,
      ending: { kind: 'well' },
    });
  });

  test('is over by time alone, also while nobody can tell', () => {
    const watch = lost();
    watch.look(299, unknown);
    expect(watch.last().state).toBe('clearing');
    watch.pass(300);
    expect(watch.last().state).toBe('resolved');
  });

  test('is open again when it is bad meanwhile, even if the next look comes late', () => {
    const watch = lost();
    watch.look(300, down());
    expect(watch.story()).toEqual(['0 opened', '240 well', '300 bad-again']);
    expect(watch.last()).toMatchObject({ state: 'open', severity: 'critical', trouble: { extent: 'down' } });
    expect(watch.last().goodSince).toBeUndefined();
  });

  test('is over at once where the clear-after time is none', () => {
    const watch = aWatch({ clearAfterMs: 0 });
    watch.look(0, degraded());
    watch.look(60, good);
    expect(watch.story()).toEqual(['0 opened', '60 resolved']);
    expect(watch.last()).toMatchObject({ state: 'resolved', goodSince: at(60) });
  });
});

test('a state that somebody set is over as soon as it is good', () => {
  const watch = aWatch();
  watch.look(0, disabled, status);
  watch.look(60, good, status);
  expect(watch.story()).toEqual(['0 opened', '60 resolved']);
});

describe('what is not there any more', () => {
  test('ends at once, without being well', () => {
    const watch = aWatch();
    watch.look(0, degraded());
    watch.look(90, gone);
    const ending = { kind: 'gone', why: 'peering-removed' };
    expect(watch.last()).toMatchObject({ state: 'resolved', ending, resolvedAt: at(90) });
    expect(watch.last().steps.at(-1)?.what).toEqual({ kind: 'resolved', lastedMs: 90_000, ending });
  });

  test('lasted until it was well, if it was', () => {
    const watch = aWatch();
    watch.look(0, degraded());
    watch.look(60, good);
    watch.look(90, gone);
    expect(watch.last()).toMatchObject({ state: 'resolved', ending: { kind: 'gone' } });
    expect(watch.last().steps.at(-1)?.what).toMatchObject({ kind: 'resolved', lastedMs: 60_000 });
  });
});

describe('a fire-after time', () => {
  const patient = { fireAfterMs: 120_000 };

  test('keeps it quiet, and it never was if it gets well or is gone', () => {
    for (const verdict of [good, gone]) {
      const watch = aWatch(patient);
      watch.look(0, degraded());
      expect(watch.last()).toMatchObject({ state: 'pending', steps: [] });
      expect(watch.look(119, verdict)).toEqual({ put: [], remove: ['INC-1'] });
    }
  });

  test('ends with the newest facts, counted from the first bad look', () => {
    const watch = aWatch(patient);
    watch.look(0, degraded());
    watch.look(60, down());
    watch.look(90, { ...down(), severity: 'warning' });
    expect(watch.last()).toMatchObject({
      state: 'pending',
      severity: 'warning',
      trouble: { extent: 'down' },
    });
    watch.look(119, down());
    expect(watch.look(119, unknown).put).toEqual([]);
    watch.pass(120);
    expect(watch.last()).toMatchObject({
      state: 'open',
      severity: 'critical',
      firstBadAt: t0,
      openedAt: at(120),
    });
    expect(watch.story()).toEqual(['120 opened']);
  });

  test('holds for one that comes back too: it is over until it is sure', () => {
    const watch = aWatch(patient);
    watch.look(0, degraded());
    watch.look(120, degraded());
    watch.look(180, good);
    watch.look(240, good);
    watch.look(300, degraded());
    expect(watch.all().map(({ state }) => state)).toEqual(['resolved', 'pending']);
    expect(watch.look(360, good)).toEqual({ put: [], remove: ['INC-2'] });
    watch.look(420, degraded());
    expect(watch.look(540, degraded()).remove).toEqual(['INC-3']);
    expect(watch.all()).toMatchObject([{ id: 'INC-1', state: 'open', reopened: 1 }]);
    expect(watch.story()).toEqual(['120 opened', '180 well', '240 resolved', '540 reopened']);
  });
});

describe('one that comes back', () => {
  const over = () => {
    const watch = aWatch();
    watch.look(0, degraded());
    watch.look(60, good);
    watch.look(120, good);
    return watch;
  };

  test('soon is the same incident, open again', () => {
    const watch = over();
    watch.look(120 + 1_800, down());
    expect(watch.all()).toHaveLength(1);
    expect(watch.last()).toMatchObject({ state: 'open', reopened: 1, severity: 'critical', revision: 4 });
    expect(watch.last().resolvedAt ?? watch.last().ending ?? watch.last().goodSince).toBeUndefined();
    expect(watch.story().at(-1)).toBe('1920 reopened');
  });

  test('later is another', () => {
    const watch = over();
    watch.look(120 + 1_801, degraded());
    expect(watch.all().map(({ id, state }) => `${id} ${state}`)).toEqual(['INC-1 resolved', 'INC-2 open']);
  });

  test('is the one that ended last', () => {
    const watch = over();
    watch.look(3_000, degraded());
    watch.look(3_060, good);
    watch.look(3_120, good);
    watch.look(3_180, degraded());
    expect(watch.all().map(({ id, state }) => `${id} ${state}`)).toEqual(['INC-1 resolved', 'INC-2 open']);
  });
});

describe('a failover test of ours', () => {
  const cause = { requestId: 'R-7K2Q9M', by: 'U0OMAR00001' };
  const testEnds = (seconds: number) =>
    aWatch({}, (_subject, _circuit, now) => (now < at(seconds) ? cause : undefined));

  test('makes what it takes down good to know, until it is over', () => {
    const watch = testEnds(300);
    watch.look(0, degraded());
    expect(watch.last()).toMatchObject({ severity: 'info', cause, steps: [{ what: { severity: 'info' } }] });
    expect(watch.look(60, degraded()).put).toEqual([]);
    watch.look(300, degraded());
    expect(watch.last()).toMatchObject({ severity: 'warning', cause, bads: [t0] });
    expect(watch.story()).toEqual(['0 opened', '300 changed']);
  });

  test('explains that it is bad again, too', () => {
    const watch = testEnds(300);
    watch.look(0, degraded());
    watch.look(60, good);
    watch.look(90, degraded());
    expect(watch.last()).toMatchObject({ state: 'open', severity: 'info' });
  });

  test('is no excuse for both links', () => {
    const watch = testEnds(300);
    watch.look(0, degraded());
    watch.look(60, down());
    expect(watch.last().severity).toBe('critical');
  });

  test('is no excuse for what was wrong before it, nor the excuse of another', () => {
    const watch = aWatch({}, (_subject, _circuit, now) =>
      now > t0 ? { ...cause, requestId: now < at(300) ? 'R-1' : 'R-2' } : undefined,
    );
    watch.look(0, degraded());
    watch.look(60, degraded());
    expect(watch.last()).toMatchObject({ severity: 'warning' });
    expect(watch.last().cause).toBeUndefined();
    watch.look(120, good);
    watch.look(180, good);
    watch.look(240, degraded());
    expect(watch.last()).toMatchObject({ severity: 'info', cause: { requestId: 'R-1' } });
    watch.look(300, degraded());
    expect(watch.last().severity).toBe('warning');
  });

  test('is forgotten when it comes back without one', () => {
    const watch = testEnds(100);
    watch.look(0, degraded());
    watch.look(60, good);
    watch.look(120, good);
    watch.look(180, degraded());
    expect(watch.last()).toMatchObject({ severity: 'warning', reopened: 1 });
    expect(watch.last().cause).toBeUndefined();
  });
});

describe('a clock that goes back', () => {
  test('ends nothing early, and lets it end', () => {
    const watch = aWatch();
    watch.look(1_000, degraded());
    watch.look(2_000, good);
    watch.look(0, good);
    expect(watch.last()).toMatchObject({ state: 'clearing', goodSince: t0 });
    expect(watch.pass(59).put).toEqual([]);
    watch.pass(60);
    expect(watch.last().steps.at(-1)?.what).toMatchObject({ kind: 'resolved', lastedMs: 0 });
  });

  test('begins the fire-after time anew', () => {
    const watch = aWatch({ fireAfterMs: 60_000 });
    watch.look(1_000, degraded());
    watch.look(0, degraded());
    watch.pass(59);
    expect(watch.last().state).toBe('pending');
    watch.pass(60);
    expect(watch.last().state).toBe('open');
  });
});

test('a long story keeps its beginning and its newest steps, and counts the rest', () => {
  const watch = aWatch({ flapTimes: 1_000 });
  const sides = [degraded(), degraded({ sessions: [aSessionSight()] })];
  const looks = stepLimit + 20;
  for (let look = 0; look < looks; look++) watch.look(look * 1_000, sides[look % 2] ?? good);
  const { steps, omittedSteps } = watch.last();
  expect([steps.length, omittedSteps]).toEqual([stepLimit, 20]);
  expect(steps.map(({ n }) => n)).toEqual([1, ...Array.from({ length: stepLimit - 1 }, (_, i) => i + 22)]);
});
