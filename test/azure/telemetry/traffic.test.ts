import { describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { addressOf, notFound, startStandIn } from '../support/stand-in.ts';
import { idOf } from '../support/wire.ts';

const target = addressOf('lon-01');

async function trafficOf(body: unknown) {
  return (await startStandIn(() => ({ body }))).telemetry.traffic(target);
}

describe('the counters of a circuit', () => {
  test('are read as the specification spells them', async () => {
    const standIn = await startStandIn(() => ({ body: example('ExpressRouteCircuitStats').answer }));
    expect(await standIn.telemetry.traffic(target)).toEqual({
      primary: { bytesIn: 537_408, bytesOut: 44_032_550 },
      secondary: { bytesIn: 0, bytesOut: 39_002_500 },
    });
    expect(standIn.asked()).toEqual([`GET ${idOf('lon-01').toLowerCase()}/stats`]);
  });

  test('are read as the real service spells them', async () => {
    const body = { primaryBytesIn: 1, primaryBytesOut: '2', secondaryBytesIn: 3, secondaryBytesOut: 4 };
    expect(await trafficOf(body)).toEqual({
      primary: { bytesIn: 1, bytesOut: 2 },
      secondary: { bytesIn: 3, bytesOut: 4 },
    });
  });

  test('that are odd or absent are unknown, not zero', async () => {
    const unknown = { bytesIn: undefined, bytesOut: undefined };
    expect(await trafficOf({ primaryBytesIn: -1, primaryBytesOut: 'many', secondaryBytesIn: null })).toEqual({
      primary: unknown,
      secondary: unknown,
    });
  });

  test.each(['', 'null', '[]', '7', '<html>'])('%j is unreadable', async (body) => {
    await expect(trafficOf(body)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test('of a circuit that is gone are not found', async () => {
    const standIn = await startStandIn(() => notFound);
    await expect(standIn.telemetry.traffic(target)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
