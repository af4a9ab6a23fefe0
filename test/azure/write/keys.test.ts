import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { addressOf, notFound, startStandIn } from '../support/stand-in.ts';
import { wireCircuit } from '../support/wire.ts';

describe('keys', () => {
  const sharedKey = 'hunter2hunter2';
  const settings = { vlanId: 100, peerAsn: 65_010, sharedKey };
  const step = { kind: 'put-peering', peering: 'AzurePrivatePeering', settings } as const;

  test('that were sent are not repeated in the words of a refusal', async () => {
    const body = {
      error: { code: 'Bad', message: `Not good: ${sharedKey}`, details: [{ message: sharedKey }] },
    };
    const standIn = await startStandIn(({ method }) => (method === 'GET' ? notFound : { status: 400, body }));
    await expect(standIn.writer.send(addressOf(), step)).rejects.toMatchObject({
      message: 'Bad: Not good: [redacted]',
      failure: { details: ['[redacted]'] },
    });
  });

  test('that were sent are not repeated in the words of an operation that failed later', async () => {
    const standIn = await startStandIn(({ method, path }) => {
      if (path === '/op') {
        return { body: { status: 'Failed', error: { code: 'X', message: `Not good: ${sharedKey}` } } };
      }
      return method === 'GET' ? notFound : { status: 202 };
    });
    await standIn.writer.send(addressOf(), step);
    expect(await standIn.writer.follow(`${standIn.url}/op`)).toMatchObject({
      failure: { message: 'Not good: [redacted]' },
    });
  });

  test('that were read are not repeated in the words of an operation that failed', async () => {
    const key = '5a1d9a52-6d0a-4c1c-8f5b-6f3f6a0f2c11';
    const standIn = await startStandIn(({ path }) => {
      if (path === '/op')
        return { body: { status: 'Failed', error: { code: 'X', message: `It is ${key}` } } };
      return { body: wireCircuit('lon-01', { serviceKey: key }) };
    });
    await standIn.writer.readCircuit(addressOf());
    expect(await standIn.writer.follow(`${standIn.url}/op`)).toMatchObject({
      failure: { message: 'It is [redacted]' },
    });
  });

  test('and the token are in nothing that is thrown when the answer does not come', async () => {
    const standIn = await startStandIn(({ method }) => (method === 'GET' ? notFound : 'drop'));
    const fault: unknown = await standIn.writer.send(addressOf(), step).catch((problem: unknown) => problem);
    expect(fault).toMatchObject({ kind: 'unreachable' });
    expect(inspect(fault, { depth: 20 })).not.toContain(sharedKey);
    expect(inspect(fault, { depth: 20 })).not.toContain('t0ken');
  });
});
