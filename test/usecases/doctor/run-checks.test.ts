import { expect, test } from 'vitest';
import type { Check } from '../../../src/usecases/doctor/check.ts';
import { runChecks } from '../../../src/usecases/doctor/run-checks.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';

const well: Check = { name: 'Well', look: async () => [{ name: 'Well', level: 'ok', found: 'It is.' }] };

test('what the checks say comes in their order, whichever ends first', async () => {
  let open = () => {};
  const late: Check = {
    name: 'Late',
    look: () =>
      new Promise((resolve) => {
        open = () => resolve([{ name: 'Late', level: 'ok', found: 'At last.' }]);
      }),
  };
  const said = runChecks([late, well]);
  open();
  expect((await said).map(({ name }) => name)).toEqual(['Late', 'Well']);
});

test('a check that hangs is a finding, and the others are told', async () => {
  const hanging: Check = { name: 'Hanging', look: () => new Promise(() => {}) };
  expect(await runChecks([hanging, well], 10)).toMatchObject([
    { name: 'Hanging', level: 'fail', found: 'There was no answer within 0.01 s.' },
    { name: 'Well', level: 'ok' },
  ]);
});

test('a check that throws is a finding with words for people', async () => {
  const refused: Check = {
    name: 'Azure',
    look: () => Promise.reject(new AzureFault('forbidden', 'Azure does not let me')),
  };
  expect(await runChecks([refused])).toMatchObject([
    { name: 'Azure', level: 'fail', found: 'It could not be looked at: Azure does not let me.' },
  ]);
});

test('of an error that nobody foresaw only the name is told', async () => {
  const broken: Check = { name: 'Broken', look: () => Promise.reject(new TypeError('xoxb-secret')) };
  const odd: Check = { name: 'Odd', look: () => Promise.reject('xoxb-secret') };
  expect((await runChecks([broken, odd])).map(({ found }) => found)).toEqual([
    'It could not be looked at: TypeError.',
    'It could not be looked at: an unknown error.',
  ]);
});

test('a check that takes longer than others by its nature is waited for longer', async () => {
  const hanging = (patienceMs?: number): Check => ({
    name: 'Hanging',
    ...(patienceMs === undefined ? {} : { patienceMs }),
    look: () => new Promise(() => {}),
  });
  const said = await runChecks([hanging(), hanging(20)], 10);
  expect(said.map(({ found }) => found)).toEqual([
    'There was no answer within 0.01 s.',
    'There was no answer within 0.02 s.',
  ]);
});
