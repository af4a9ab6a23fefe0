import { expect, test } from 'vitest';
import { atMost } from '../../src/azure/at-most.ts';
import { AzureFault } from '../../src/usecases/ports.ts';

test('a call beyond the limit is refused until one has ended, however it ended', async () => {
  const calls: PromiseWithResolvers<string>[] = [];
  const ask = atMost(2, () => {
    const call = Promise.withResolvers<string>();
    calls.push(call);
    return call.promise;
  });
  const answers = [ask(), ask()];
  await expect(ask()).rejects.toBeInstanceOf(AzureFault);
  calls[0]?.reject(new Error('broken'));
  await expect(answers[0]).rejects.toThrow('broken');
  const third = ask();
  calls[2]?.resolve('here');
  expect(await third).toBe('here');
  expect(calls).toHaveLength(3);
});
