import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const list = `/subscriptions/${emea}/providers/Microsoft.Network/expressRouteCircuits`;

describe('ARM refuses', () => {
  it('a call without a token, and says how to get one', async () => {
    const response = await fetch(`${azure.origin}/azure${list}?api-version=2024-05-01`);
    const body: unknown = await response.json();
    expect(response.status).toBe(401);
    expect(body).toMatchObject({ error: { code: 'AuthenticationFailed' } });
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri=/);
  });

  it('a token that is not the right one', async () => {
    const url = `${azure.origin}/azure${list}?api-version=2024-05-01`;
    const answer = await azure.call('GET', url, undefined, { authorization: 'Bearer stale' });
    expect([answer.status, answer.body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  it('a call without api-version', async () => {
    const answer = await azure.call('GET', `${azure.origin}/azure${list}`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'MissingApiVersionParameter']);
  });

  it('an unknown subscription', async () => {
    const answer = await azure.arm('GET', list.replace(emea, '00000000-0000-0000-0000-00000000dead'));
    expect([answer.status, answer.body.error.code]).toEqual([404, 'SubscriptionNotFound']);
  });

  it('an unknown resource group', async () => {
    const answer = await azure.arm('GET', circuitPath('lon-01', 'rg-nowhere'));
    expect([answer.status, answer.body.error.code]).toEqual([404, 'ResourceGroupNotFound']);
  });

  it('an unknown circuit, by the word of its gateway', async () => {
    const answer = await azure.arm('GET', circuitPath('lon-99'));
    expect([answer.status, answer.body.error.code]).toEqual([404, 'ResourceNotFound']);
    expect(answer.body.error.message).toContain("'Microsoft.Network/expressRouteCircuits/lon-99'");
    expect(answer.headers.get('x-ms-failure-cause')).toBe('gateway');
  });

  it('a circuit that has just gone, by the word of the resource provider', async () => {
    await azure.control('DELETE', '/circuits/ams-01');
    const gone = await azure.arm('GET', circuitPath('ams-01'));
    expect([gone.status, gone.body.error.code]).toEqual([404, 'NotFound']);
    expect(gone.headers.get('x-ms-failure-cause')).toBeNull();
    azure.clock.advance(60_000);
    const later = await azure.arm('GET', circuitPath('ams-01'));
    expect(later.body.error.code).toBe('ResourceNotFound');
  });

  it('a peering that is not there', async () => {
    const answer = await azure.arm('GET', `${circuitPath('ams-01')}/peerings/MicrosoftPeering`);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound']);
  });

  it('a path that it does not know', async () => {
    const answer = await azure.arm(
      'GET',
      `/subscriptions/${emea}/providers/Microsoft.Compute/virtualMachines`,
    );
    expect([answer.status, answer.body.error.code]).toEqual([404, 'NoRegisteredProviderFound']);
  });
});

describe('ARM under stress', () => {
  it('throttles with its own words and a time to wait', async () => {
    azure.faults.add({ target: 'azure', kind: 'throttle', match: `GET ${list}`, times: 1, retryAfter: 7 });
    const answer = await azure.arm('GET', list);
    expect([answer.status, answer.body.error.code]).toEqual([429, 'SubscriptionRequestsThrottled']);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.body.error.message).toContain("after '7' seconds");
    expect((await azure.arm('GET', list)).status).toBe(200);
  });

  it('fails with 503', async () => {
    azure.faults.add({ target: 'azure', kind: 'error', times: 1 });
    const answer = await azure.arm('GET', list);
    expect([answer.status, answer.body.error.code]).toEqual([503, 'ServiceUnavailable']);
  });

  it('cuts the connection', async () => {
    azure.faults.add({ target: 'azure', kind: 'drop', times: 1 });
    await expect(azure.arm('GET', list)).rejects.toThrow();
  });

  it('takes a write whose answer is lost', async () => {
    azure.faults.add({ target: 'azure', kind: 'lose-answer', match: 'PATCH', times: 1 });
    await expect(azure.arm('PATCH', circuitPath('ams-01'), { tags: { kept: 'yes' } })).rejects.toThrow();
    const { body } = await azure.arm('GET', circuitPath('ams-01'));
    expect(body.tags).toEqual({ kept: 'yes' });
  });
});

describe('every answer of ARM', () => {
  it('carries the ids to ask Microsoft about it, a different pair each time', async () => {
    const [first, second] = await Promise.all([azure.arm('GET', list), azure.arm('GET', list)]);
    for (const header of ['x-ms-request-id', 'x-ms-correlation-request-id', 'x-ms-routing-request-id']) {
      expect(first.headers.get(header)).toBeTruthy();
      expect(first.headers.get(header)).not.toBe(second.headers.get(header));
    }
  });

  it('counts the calls that remain, apart for reads, writes and deletes, and they come back in time', async () => {
    const remaining = async (method: string, kind: string, body?: unknown) => {
      const { headers } = await azure.arm(method, circuitPath('ams-01'), body);
      return Number(headers.get(`x-ms-ratelimit-remaining-subscription-${kind}`));
    };
    const first = await remaining('GET', 'reads');
    expect(await remaining('GET', 'reads')).toBe(first - 1);
    expect(await remaining('PATCH', 'writes', { tags: {} })).toBe(798);
    expect(await remaining('DELETE', 'deletes')).toBe(798);
    azure.clock.advance(60_000);
    expect(await remaining('GET', 'reads')).toBe(first);
  });

  it('pays no regard to the casing of the path', async () => {
    const path = circuitPath('LON-01').toLowerCase().replace('peerings', 'PEERINGS');
    const answer = await azure.arm('GET', `${path}/peerings/azureprivatepeering`);
    expect(answer.body.id).toBe(`${circuitPath('lon-01')}/peerings/AzurePrivatePeering`);
  });
});
