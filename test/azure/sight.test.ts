import { describe, expect, test } from 'vitest';
import { createAzure } from '../../src/azure/create-azure.ts';
import type { AzureSight } from '../../src/usecases/sights.ts';
import { addressOf } from './support/stand-in.ts';
import { always, type Play, startTinyArm } from './support/tiny-arm.ts';
import { subscriptionId } from './support/wire.ts';

/** An Azure that plays this, ARM and metrics, looked on at by somebody whose clock goes on by one with each look. */
async function watched(play: Play, observe?: (sight: AzureSight) => void) {
  const { url } = await startTinyArm(play);
  const sights: AzureSight[] = [];
  let clock = 1_000;
  const door = {
    cloud: 'public',
    armUrl: `${url}/azure`,
    metricsUrl: `${url}/metrics`,
    staticToken: 't',
  } as const;
  const azure = await createAzure(door, observe ?? ((sight) => sights.push(sight)), () => clock++);
  return { azure, sights };
}

const ask = {
  subscriptionId,
  region: 'uksouth',
  circuitIds: [addressOf('lon-01').id],
  from: 0,
  until: 60_000,
};

describe('whoever looks on', () => {
  test('sees the answer’s status, budget and clock, between our own two looks at the clock', async () => {
    const { azure, sights } = await watched(
      always(200, '{"value":[]}', {
        date: 'Mon, 02 Mar 2026 03:12:42 GMT',
        'x-ms-ratelimit-remaining-subscription-reads': '1099',
        'x-ms-ratelimit-remaining-subscription-writes': '799',
      }),
    );
    await azure.listCircuits(subscriptionId);
    expect(sights).toEqual([
      {
        host: 'arm',
        method: 'GET',
        status: 200,
        remainingReads: 1_099,
        remainingWrites: 799,
        azureClock: Date.UTC(2026, 2, 2, 3, 12, 42),
        askedAt: 1_000,
        answeredAt: 1_001,
      },
    ]);
  });

  test('sees metrics as metrics', async () => {
    const { azure, sights } = await watched(always(200, '{"values":[]}'));
    await azure.availability(ask);
    expect(sights).toMatchObject([{ host: 'metrics', method: 'POST', status: 200 }]);
  });

  test('sees refusals, and that no answer came', async () => {
    const { azure, sights } = await watched((request, response, count) =>
      count === 0 ? always(429, '')(request, response, count) : response.destroy(),
    );
    for (const kind of ['throttled', 'unreachable'])
      await expect(azure.listCircuits(subscriptionId)).rejects.toMatchObject({ kind });
    expect(sights.map(({ status }) => status)).toEqual([429, undefined]);
    expect(sights[1]).toEqual({
      host: 'arm',
      method: 'GET',
      status: undefined,
      askedAt: 1_002,
      answeredAt: 1_003,
    });
  });

  test('sees nothing in headers that cannot be read', async () => {
    const { azure, sights } = await watched(
      always(200, '{"value":[]}', {
        date: 'today',
        'x-ms-ratelimit-remaining-subscription-reads': 'Microsoft.Network/Get;99',
        'x-ms-ratelimit-remaining-subscription-writes': '-1',
      }),
    );
    await azure.listCircuits(subscriptionId);
    expect(Object.keys(sights[0] ?? {})).toEqual(['host', 'method', 'status', 'askedAt', 'answeredAt']);
  });

  test('and stumbles does not stand between a question and its answer', async () => {
    const { azure } = await watched(always(200, '{"value":[]}'), () => {
      throw new Error('the observer is broken');
    });
    expect(await azure.listCircuits(subscriptionId)).toEqual({ circuits: [], unreadable: [] });
  });
});
