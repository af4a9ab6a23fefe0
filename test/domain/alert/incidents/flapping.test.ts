import { describe, expect, test } from 'vitest';
import type { Subject } from '../../../../src/domain/alert/subject.ts';
import { circuitIdOf, t0 } from '../../../support/a-circuit.ts';
import { aWatch, degraded, down, gone, good } from '../../support/a-watch.ts';

const at = (seconds: number) => t0 + seconds * 1_000;

/** Bad at 0, 60 and 120 seconds: the third time. */
const flapping = () => {
  const watch = aWatch();
  for (const [seconds, verdict] of [
    [0, degraded()],
    [30, good],
    [60, degraded()],
    [90, good],
    [120, degraded()],
  ] as const) {
    watch.look(seconds, verdict);
  }
  return watch;
};
const begun = ['0 opened', '30 well', '60 bad-again', '90 well', '120 bad-again', '120 flapping'];

describe('bad so often within the time', () => {
  test('is flapping', () => {
    const watch = flapping();
    expect(watch.story()).toEqual(begun);
    expect(watch.last().flapping).toEqual({ since: t0, times: 3, lastTurnAt: at(120), shownAt: at(120) });
    expect(watch.last().steps.at(-1)?.what).toEqual({ kind: 'flapping', times: 3, withinMs: 120_000 });
  });

  test('is flapping also when it was over in between', () => {
    const watch = aWatch();
    for (const start of [0, 240, 480]) {
      watch.look(start, degraded());
      watch.look(start + 60, good);
      watch.pass(start + 120);
    }
    expect(watch.all()).toHaveLength(1);
    expect(watch.story()).toContain('480 flapping');
  });

  test('is flapping also where each time is an incident of its own', () => {
    const watch = aWatch({ reopenWithinMs: 0, clearAfterMs: 0 });
    for (const seconds of [0, 60, 120]) {
      watch.look(seconds, degraded());
      watch.look(seconds + 30, good);
    }
    expect(watch.all().map(({ state }) => state)).toEqual(['resolved', 'resolved', 'clearing']);
    expect(watch.story()).toEqual(['120 opened', '120 flapping']);
  });

  test.each([
    ['the time', 300, true],
    ['a longer time', 301, false],
  ])('counts within %s', (_what, pause, isFlapping) => {
    const watch = aWatch();
    for (let turn = 0; turn < 3; turn++) {
      watch.look(turn * pause, degraded());
      watch.look(turn * pause + 30, good);
    }
    expect(watch.last().flapping !== undefined).toBe(isFlapping);
  });

  test('is flapping for what somebody sets, too', () => {
    const subject: Subject = { kind: 'status', circuitId: circuitIdOf('lon-01') };
    const watch = aWatch();
    for (const seconds of [0, 60, 120]) {
      watch.look(seconds, degraded(), subject);
      watch.look(seconds + 30, good, subject);
    }
    expect(watch.last()).toMatchObject({ state: 'clearing', flapping: { times: 3 } });
  });
});

describe('a second link that comes and goes while the first is down', () => {
  test('is flapping when it is lost for the third time', () => {
    const watch = aWatch();
    for (const [seconds, verdict] of [degraded(), down(), degraded(), down(), degraded(), down()].entries()) {
      watch.look(seconds * 30, verdict);
    }
    expect(watch.last().flapping).toMatchObject({ times: 3 });
    watch.look(180, degraded());
    watch.look(210, down());
    expect(watch.last()).toMatchObject({ severity: 'critical', flapping: { times: 4, lastTurnAt: at(210) } });
    expect(watch.story().at(-1)).toBe('150 flapping');
  });

  test('is not flapping when it was so long ago', () => {
    const watch = aWatch({ flapTimes: 2 });
    watch.look(0, degraded());
    watch.look(1_000, down());
    watch.look(2_000, degraded());
    watch.look(3_000, down());
    expect(watch.last().flapping).toBeUndefined();
  });

  test('getting worse step by step is not flapping', () => {
    const watch = aWatch({ flapTimes: 2 });
    watch.look(0, degraded({ extent: 'layer-2' }));
    watch.look(30, degraded());
    watch.look(60, down());
    expect(watch.last().flapping).toBeUndefined();
  });
});

describe('while it is flapping', () => {
  test('turns are kept and counted without a word', () => {
    const watch = flapping();
    watch.look(125, good);
    expect(watch.last()).toMatchObject({ state: 'clearing', goodSince: at(125), flapping: { times: 3 } });
    watch.look(130, degraded());
    expect(watch.last()).toMatchObject({ state: 'open', flapping: { times: 4, lastTurnAt: at(130) } });
    expect(watch.story()).toEqual(begun);
  });

  test('it is shown at most once a minute, and then by time alone', () => {
    const watch = flapping();
    const { revision } = watch.last();
    watch.look(125, good);
    watch.look(150, degraded());
    expect(watch.pass(179).put).toEqual([]);
    expect(watch.last().revision).toBe(revision);
    watch.pass(180);
    expect(watch.last()).toMatchObject({ revision: revision + 1, flapping: { times: 4, shownAt: at(180) } });
    expect(watch.pass(240).put).toEqual([]);
  });

  test('what is worse than all before is told, once', () => {
    const watch = flapping();
    watch.look(150, good);
    watch.look(180, down());
    watch.look(210, good);
    watch.look(240, down());
    expect(watch.story()).toEqual([...begun, '180 bad-again']);
    expect(watch.last().severity).toBe('critical');
  });

  test('what is still bad and worse is told, better is not', () => {
    const watch = flapping();
    const { revision } = watch.last();
    watch.look(150, down());
    expect(watch.last()).toMatchObject({ revision: revision + 1, flapping: { shownAt: at(150) } });
    watch.look(180, degraded());
    expect(watch.story()).toEqual([...begun, '150 changed']);
    expect(watch.last()).toMatchObject({ severity: 'warning', flapping: { times: 4, lastTurnAt: at(180) } });
  });

  test('it is not over, however long the clear-after time has passed', () => {
    const watch = flapping();
    watch.look(150, good);
    watch.pass(749);
    expect(watch.last().state).toBe('clearing');
  });

  test('what is not there any more is over', () => {
    const watch = flapping();
    watch.look(150, gone);
    expect(watch.last()).toMatchObject({ state: 'resolved', ending: { kind: 'gone' } });
    expect(watch.last().flapping).toBeUndefined();
    watch.look(180, degraded());
    expect(watch.story().slice(-2)).toEqual(['180 reopened', '180 flapping']);
    expect(watch.last().bads).toEqual([at(60), at(120), at(180)]);
  });

  test('a clock that goes back makes it wait anew', () => {
    const watch = flapping();
    watch.look(-1_000, degraded());
    watch.pass(-401);
    expect(watch.last().flapping).toMatchObject({ lastTurnAt: at(-1_000), shownAt: at(-1_000) });
    watch.pass(-400);
    expect(watch.last().flapping).toBeUndefined();
  });
});

describe('when it is calm', () => {
  test('and well, it is over', () => {
    const watch = flapping();
    watch.look(150, good);
    watch.pass(750);
    expect(watch.story()).toEqual([...begun, '750 calm', '750 resolved']);
    expect(watch.last()).toMatchObject({ state: 'resolved', steps: { length: 8 } });
    expect(watch.last().steps.at(-2)?.what).toEqual({ kind: 'calm', times: 3 });
    expect(watch.last().steps.at(-1)?.what).toMatchObject({ lastedMs: 150_000 });
  });

  test('and well, but not for long enough, it is watched on', () => {
    const watch = aWatch({ calmMs: 60_000, clearAfterMs: 120_000, flapTimes: 2 });
    watch.look(0, degraded());
    watch.look(30, good);
    watch.look(60, degraded());
    watch.look(90, good);
    watch.pass(150);
    watch.pass(210);
    expect(watch.story().slice(4)).toEqual(['150 calm', '150 well', '210 resolved']);
  });

  test('and bad, it is open, and says how it stands', () => {
    const watch = flapping();
    watch.look(150, good);
    watch.look(180, degraded());
    watch.pass(779);
    expect(watch.last().flapping).toBeDefined();
    watch.pass(780);
    expect(watch.story()).toEqual([...begun, '780 calm', '780 changed']);
    expect(watch.last()).toMatchObject({ state: 'open' });
    expect(watch.last().flapping).toBeUndefined();
    expect(watch.last().steps.at(-1)?.what).toMatchObject({
      severity: 'warning',
      trouble: { extent: 'degraded' },
    });
  });

  test('the counting begins anew', () => {
    const watch = aWatch({ calmMs: 60_000 });
    for (const seconds of [0, 20, 40]) {
      watch.look(seconds, degraded());
      watch.look(seconds + 10, good);
    }
    watch.pass(110);
    watch.look(111, degraded());
    expect(watch.last()).toMatchObject({ state: 'open', reopened: 1, bads: [at(111)] });
    expect(watch.last().flapping).toBeUndefined();
  });
});
