import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { recordedRequests } from '../support/recorded-resource.ts';
import { addressOf, notFound, serving, startStandIn } from '../support/stand-in.ts';
import { idOf, type Json, wireCircuit } from '../support/wire.ts';

type CreateCircuit = Extract<WriteStep, { kind: 'create-circuit' }>;

/** What `wireCircuit` is. */
function aStep(overrides: Partial<CreateCircuit> = {}): CreateCircuit {
  return {
    kind: 'create-circuit',
    region: 'uksouth',
    provider: 'Equinix',
    peeringLocation: 'London',
    bandwidthMbps: 200,
    tier: 'Standard',
    family: 'MeteredData',
    tags: { env: 'prod' },
    ...overrides,
  };
}

function circuitServer(circuit: Json) {
  return startStandIn(serving({ [idOf('lon-01')]: circuit }));
}

describe('a new circuit', () => {
  test('is sent as Azure’s own command line sends it, and only where there is none', async () => {
    const standIn = await startStandIn(serving({}));
    const step = aStep({
      region: 'westus',
      provider: 'Ibiza Test Provider',
      peeringLocation: 'Area51',
      bandwidthMbps: 50,
      tier: 'Premium',
      tags: { foo: 'doo' },
    });
    await standIn.writer.send(addressOf(), step);
    const [, put] = standIn.questions;
    const [created] = recordedRequests(/expressRouteCircuits\/circuit1$/u);
    expect(JSON.parse(put?.body ?? '')).toEqual(created);
    expect(put?.headers['if-none-match']).toBe('*');
  });

  test('that is there as it was asked for is not sent again', async () => {
    const standIn = await circuitServer(wireCircuit('lon-01', {}, { location: 'UK South' }));
    expect(await standIn.writer.send(addressOf(), aStep())).toEqual({ kind: 'done' });
    expect(standIn.questions).toHaveLength(1);
  });

  test('that is there but failed is sent again as it is', async () => {
    const failed = wireCircuit('lon-01', { provisioningState: 'Failed' });
    const standIn = await circuitServer(failed);
    await standIn.writer.send(addressOf(), aStep());
    expect(JSON.parse(standIn.questions[1]?.body ?? '')).toEqual(failed);
    expect(standIn.questions[1]?.headers['if-match']).toBe(failed.etag);
  });

  test.each([
    ['provider', { provider: 'Colt' }],
    ['location', { peeringLocation: 'Frankfurt' }],
    ['bandwidth', { bandwidthMbps: 500 }],
    ['tier', { tier: 'Premium' }],
    ['family', { family: 'UnlimitedData' }],
    ['region', { region: 'ukwest' }],
    ['tag', { tags: { env: 'test' } }],
  ])('whose name is taken by one of another %s is refused, and nothing is sent', async (_, overrides) => {
    const standIn = await circuitServer(wireCircuit('lon-01'));
    await expect(standIn.writer.send(addressOf(), aStep(overrides))).rejects.toMatchObject({
      kind: 'refused',
      failure: { code: 'NameTaken', message: expect.stringContaining(idOf('lon-01')) },
    });
    expect(standIn.questions).toHaveLength(1);
  });

  test('that somebody else has made meanwhile is not overwritten', async () => {
    const error = { code: 'PreconditionFailed', message: 'It exists.' };
    const standIn = await startStandIn(({ method }) =>
      method === 'GET' ? notFound : { status: 412, body: { error } },
    );
    await expect(standIn.writer.send(addressOf(), aStep())).rejects.toMatchObject({ kind: 'changed' });
  });
});

describe('an authorization', () => {
  const step = { kind: 'put-authorization', name: 'team-b' } as const;
  const path = `${idOf('lon-01')}/authorizations/team-b`;

  test('is made where there is none', async () => {
    const standIn = await startStandIn(serving({}));
    await standIn.writer.send(addressOf(), step);
    const [, put] = standIn.questions;
    expect([put?.method, put?.path, put?.body, put?.headers['if-none-match']]).toEqual([
      'PUT',
      path.toLowerCase(),
      '{"properties":{}}',
      '*',
    ]);
  });

  test('that is there is left alone: another PUT could change its key', async () => {
    const standIn = await startStandIn(
      serving({ [path]: { properties: { provisioningState: 'Succeeded' } } }),
    );
    expect(await standIn.writer.send(addressOf(), step)).toEqual({ kind: 'done' });
    expect(standIn.questions).toHaveLength(1);
  });
});

describe('a change of a circuit', () => {
  test('that is gone says so', async () => {
    const standIn = await startStandIn(serving({}));
    await expect(
      standIn.writer.send(addressOf(), { kind: 'change-circuit', bandwidthMbps: 500 }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('sends numbers back that JavaScript cannot hold, to the digit', async () => {
    const text = JSON.stringify(wireCircuit('lon-01')).replace('"stag":6', '"stag":123456789012345678901');
    const standIn = await startStandIn(({ method }) => (method === 'GET' ? { body: text } : {}));
    await standIn.writer.send(addressOf(), { kind: 'change-circuit', bandwidthMbps: 500 });
    expect(standIn.questions[1]?.body).toBe(text.replace('"bandwidthInMbps":200', '"bandwidthInMbps":500'));
  });

  test('needs no etag', async () => {
    const standIn = await circuitServer(wireCircuit('lon-01', {}, { etag: 'two\nlines' }));
    await standIn.writer.send(addressOf(), { kind: 'change-circuit', bandwidthMbps: 500 });
    expect(standIn.questions[1]?.headers).not.toHaveProperty('if-match');
    expect(standIn.questions[1]?.headers).not.toHaveProperty('if-none-match');
  });

  test('of a sku that has but a name changes the name', async () => {
    const standIn = await circuitServer(wireCircuit('lon-01', {}, { sku: { name: 'Standard_MeteredData' } }));
    await standIn.writer.send(addressOf(), { kind: 'change-circuit', family: 'UnlimitedData' });
    expect(JSON.parse(standIn.questions[1]?.body ?? '').sku).toEqual({
      name: 'Standard_UnlimitedData',
      family: 'UnlimitedData',
    });
  });

  test.each([
    ['the circuit', { provisioningState: 'Updating' }],
    ['a peering of it', { peerings: [{ name: 'x', properties: { provisioningState: 'Deleting' } }] }],
    ['an authorization', { authorizations: [{ name: 'x', properties: { provisioningState: 'Updating' } }] }],
  ])('while Azure changes %s is not sent: what it says meanwhile is not so', async (_, properties) => {
    const standIn = await circuitServer(wireCircuit('lon-01', properties));
    await expect(
      standIn.writer.send(addressOf(), { kind: 'change-circuit', bandwidthMbps: 500 }),
    ).rejects.toMatchObject({ kind: 'locked', retryAfterMs: 10_000 });
    expect(standIn.questions).toHaveLength(1);
  });
});

test('a name that would lead elsewhere is refused', async () => {
  const standIn = await startStandIn(serving({}));
  for (const name of ['..', '.', '']) {
    await expect(
      standIn.writer.send(addressOf(), { kind: 'delete-authorization', name }),
    ).rejects.toMatchObject({ kind: 'refused' });
  }
  expect(standIn.questions).toEqual([]);
});

test('a name with odd letters is asked for to the letter', async () => {
  const standIn = await startStandIn(serving({}));
  await standIn.writer.send(addressOf(), { kind: 'delete-authorization', name: 'a b/é?#' });
  expect(standIn.questions[0]?.url).toContain('/authorizations/a%20b%2F%C3%A9%3F%23?api-version=');
});
