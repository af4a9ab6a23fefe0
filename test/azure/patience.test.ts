import { expect, test } from 'vitest';
import { startPatience } from '../../src/azure/patience.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { armSaying } from './support/wire.ts';

const question = { method: 'GET', url: '/x' } as const;

/** Ten seconds of patience on a clock of our own; each question takes so long. */
function patienceWith(questionMs: number, fault?: AzureFault) {
  let now = 5_000;
  const given: (number | undefined)[] = [];
  const arm = armSaying();
  const slow: typeof arm = {
    ...arm,
    async ask(asked) {
      given.push(asked.patienceMs);
      now += questionMs;
      if (fault) throw fault;
      return arm.ask(asked);
    },
  };
  const wait = async (ms: number) => {
    now += ms;
  };
  return { given, patience: startPatience(slow, 10_000, wait, () => now) };
}

test('questions and pauses are taken from the same patience', async () => {
  const { patience, given } = patienceWith(1_500);
  for (let count = 0; count < 3; count++) {
    await patience.ask(question);
    await patience.pause(1_000);
  }
  expect(given).toEqual([10_000, 7_500, 5_000]);
  await expect(patience.pause(2_500)).rejects.toMatchObject({ kind: 'unavailable' });
  await patience.pause(2_499);
});

test('no answer within it is unavailable', async () => {
  const { patience } = patienceWith(10_000, new AzureFault('unreachable', 'Azure did not answer'));
  await expect(patience.ask(question)).rejects.toMatchObject({
    kind: 'unavailable',
    message: 'Azure took longer than 10 s to answer',
  });
});

test.each(['unreachable', 'forbidden'] as const)(
  'what is %s before its end is told as it is',
  async (kind) => {
    const { patience } = patienceWith(100, new AzureFault(kind, 'x'));
    await expect(patience.ask(question)).rejects.toMatchObject({ kind });
  },
);
