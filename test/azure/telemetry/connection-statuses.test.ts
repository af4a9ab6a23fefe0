import { describe, expect, test } from 'vitest';
import { addressOf, startStandIn } from '../support/stand-in.ts';
import { idOf } from '../support/wire.ts';

const { id: circuitId } = addressOf('lon-01');
const row = {
  id: '/c/1',
  name: 'link-1',
  resourceGroup: 'rg-net',
  gateway: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw-1',
  circuit: idOf('LON-01'),
  status: 'Connected',
};
const standing = {
  circuitId,
  name: 'link-1',
  resourceGroup: 'rg-net',
  gateway: 'gw-1',
  status: 'Connected',
};

describe('the connections of gateways', () => {
  test('are one question for all subscriptions, for ExpressRoute alone', async () => {
    const standIn = await startStandIn(() => ({ body: { data: [row] } }));
    expect(await standIn.telemetry.connectionStatuses(['sub-a', 'sub-b'])).toEqual([standing]);
    expect(standIn.asked()).toEqual(['POST /providers/microsoft.resourcegraph/resources']);
    expect(JSON.parse(standIn.questions[0]?.body ?? '')).toMatchObject({
      subscriptions: ['sub-a', 'sub-b'],
      query: expect.stringContaining("where properties.connectionType =~ 'ExpressRoute'"),
    });
  });

  test('come from all pages', async () => {
    const standIn = await startStandIn((_, count) => ({
      body: { data: [row], ...(count === 0 && { $skipToken: 'more' }) },
    }));
    expect(await standIn.telemetry.connectionStatuses(['sub-a'])).toEqual([standing, standing]);
  });

  test('that lead to no circuit are left out, and what Azure does not tell is unknown', async () => {
    const bare = { name: 'link-2', circuit: idOf('lon-01'), status: '', gateway: null };
    const data = [{ ...row, circuit: null }, { ...row, circuit: '/subscriptions/x' }, bare];
    const standIn = await startStandIn(() => ({ body: { data } }));
    expect(await standIn.telemetry.connectionStatuses(['sub-a'])).toEqual([
      { circuitId, name: 'link-2', resourceGroup: '', gateway: '', status: 'Unknown' },
    ]);
  });

  test('of no subscription are none, and Azure is not asked: it would search them all', async () => {
    const standIn = await startStandIn(() => ({ body: { data: [row] } }));
    expect(await standIn.telemetry.connectionStatuses([])).toEqual([]);
    expect(standIn.questions).toEqual([]);
  });

  test.each(['', 'null', '{}', '{"data":[{}]}', '<html>'])('%j is a fault', async (body) => {
    const standIn = await startStandIn(() => ({ body }));
    await expect(standIn.telemetry.connectionStatuses(['a'])).rejects.toMatchObject({ kind: 'unreadable' });
  });
});
