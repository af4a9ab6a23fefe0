import { describe, expect, it } from 'vitest';
import type { CircuitId } from '../../src/domain/circuit/circuit-id.ts';
import type { RequestRun } from '../../src/usecases/requests/run-requests.ts';
import { startLaneRunner } from '../../src/watch/lane-runner.ts';
import { aCircuit, aPeering, circuitIdOf, t0 } from '../support/a-circuit.ts';
import { aFailoverIntent, anAuthorizeIntent, aResizeIntent } from '../support/an-intent.ts';
import { keptLog } from '../support/kept-log.ts';
import { aTarget } from '../support/plan-inputs.ts';
import { anOffice, ask } from '../usecases/requests/support/an-office.ts';
import { createHandClock } from './support/hand-clock.ts';

const minuteMs = 60_000;
const lon = circuitIdOf('lon-01');
const fra = circuitIdOf('fra-02');

/** An executor that does as told, and the runner of it. */
function aRunner() {
  const clock = createHandClock();
  const log = keptLog();
  const told = {
    due: [] as CircuitId[],
    nextAt: Number.POSITIVE_INFINITY,
    lookFaults: [] as Error[],
    advance: async (_circuitId: CircuitId): Promise<void> => {},
  };
  const looks: number[] = [];
  const advanced: CircuitId[] = [];
  const run: Pick<RequestRun, 'look' | 'advance'> = {
    async look() {
      await null;
      looks.push(clock.now() - t0);
      const fault = told.lookFaults.shift();
      if (fault) throw fault;
      return { due: told.due, nextAt: told.nextAt };
    },
    async advance(circuitId) {
      advanced.push(circuitId);
      told.due = told.due.filter((id) => id !== circuitId);
      await told.advance(circuitId);
    },
  };
  const runner = startLaneRunner({ run, what: 'a request', now: clock.now, wait: clock.wait, log });
  return { clock, log, told, looks, advanced, runner };
}

describe('the runner of requests', () => {
  it('looks when it starts, when it is woken, at the next moment, and each minute', async () => {
    const { clock, told, looks, runner } = aRunner();
    await clock.run(20_000);
    runner.wake();
    told.nextAt = t0 + 50_000;
    await clock.run(29_000);
    told.nextAt = Number.POSITIVE_INFINITY;
    await clock.run(6_000);
    expect(looks).toEqual([0, 20_000, 50_000]);
    runner.wake();
    await clock.run(2 * minuteMs);
    expect(looks.slice(3)).toEqual([55_000, 115_000, 175_000]);
    await runner.stop();
  });

  it('does not spin when something overdue cannot be moved on', async () => {
    const { clock, told, looks, runner } = aRunner();
    told.nextAt = t0;
    await clock.run(1_000);
    expect(looks).toHaveLength(11);
    await runner.stop();
  });

  it('goes on with one circuit while another takes its time, one step of each at a time', async () => {
    const { clock, told, advanced, runner } = aRunner();
    await clock.run(0);
    let finish = () => {};
    told.advance = (id) =>
      id === lon
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : Promise.resolve();
    for (const due of [[lon, fra], [lon, fra], [lon]]) {
      told.due = due;
      runner.wake();
      await clock.run(1_000);
    }
    expect(advanced).toEqual([lon, fra, fra]);
    told.due = [lon];
    finish();
    await clock.run(1_000);
    expect(advanced).toEqual([lon, fra, fra, lon]);
    finish();
    await runner.stop();
  });

  it('looks again at once when a step is done', async () => {
    const { clock, told, looks, runner } = aRunner();
    told.due = [lon];
    await clock.run(0);
    expect(looks).toEqual([0, 0]);
    await runner.stop();
  });

  it('ends after the steps under way, and begins no other', async () => {
    const { clock, told, advanced, runner } = aRunner();
    await clock.run(0);
    let finish = () => {};
    told.advance = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    told.due = [lon];
    runner.wake();
    await clock.run(0);
    let stopped = false;
    const stopping = runner.stop().then(() => {
      stopped = true;
    });
    told.due = [fra];
    await clock.run(0);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    await clock.run(10 * minuteMs);
    expect(advanced).toEqual([lon]);
  });

  it('ends when it was stopped while it looked', async () => {
    const { told, advanced, runner, clock } = aRunner();
    told.due = [lon];
    await runner.stop();
    await clock.run(minuteMs);
    expect(advanced).toEqual([]);
  });

  it('logs what goes wrong, and goes on', async () => {
    const { clock, told, advanced, log, looks, runner } = aRunner();
    await clock.run(0);
    told.advance = () => Promise.reject(new Error('disk full'));
    told.due = [lon];
    runner.wake();
    await clock.run(0);
    expect(log.lines).toEqual(['error: carrying on a request stopped']);
    told.lookFaults.push(new Error('disk full'));
    const before = looks.length;
    runner.wake();
    await clock.run(6_000);
    expect(log.lines).toEqual([
      'error: carrying on a request stopped',
      'error: it could not be told when a request goes on',
    ]);
    expect(looks.slice(before)).toEqual([0, 5_000]);
    told.advance = async () => {};
    told.due = [fra];
    runner.wake();
    await clock.run(0);
    expect(advanced).toEqual([lon, fra]);
    await runner.stop();
  });
});

describe('the runner with its executor', () => {
  it('carries requests out as they are approved, and a test ends in its time', async () => {
    const clock = createHandClock();
    const office = anOffice({}, { time: clock.now });
    office.azure.put(aCircuit({ name: 'fra-02' }));
    const process = office.start();
    const runner = startLaneRunner({
      what: 'a request',
      run: process.run,
      now: clock.now,
      wait: clock.wait,
      log: office.log,
    });
    const ids = [
      await ask(process, anAuthorizeIntent()),
      await ask(process, aResizeIntent({ target: aTarget('fra-02') })),
    ];
    runner.wake();
    await clock.run(3 * minuteMs);
    for (const id of ids) expect(await office.requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(office.log.lines).toEqual([]);
    await runner.stop();
  });

  it('that is stopped and begun again finishes what was under way', async () => {
    const clock = createHandClock();
    const office = anOffice({}, { time: clock.now });
    office.azure.put(aCircuit({ peerings: [aPeering()] }));
    const begin = () => {
      const process = office.start();
      const { run } = process;
      return {
        process,
        runner: startLaneRunner({
          run,
          what: 'a request',
          now: clock.now,
          wait: clock.wait,
          log: office.log,
        }),
      };
    };
    const first = begin();
    const id = await ask(first.process, aFailoverIntent({ minutes: 10 }));
    first.runner.wake();
    for (let restarts = 0; restarts < 30; restarts++) {
      const { runner } = restarts === 0 ? first : begin();
      await clock.run(30_000);
      await runner.stop();
    }
    expect(await office.requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(office.azure.taken).toHaveLength(2);
  });
});
