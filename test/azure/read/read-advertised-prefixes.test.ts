import { describe, expect, test } from 'vitest';
import { createArmClient } from '../../../src/azure/arm-client.ts';
import { readAdvertisedPrefixes } from '../../../src/azure/read/read-advertised-prefixes.ts';
import { addressOf, serving, startStandIn } from '../support/stand-in.ts';
import { idOf, wireCircuit, wirePeering } from '../support/wire.ts';

const key = '7c44c70b-9c62-4a89-a6b2-d281b6ce7a49';
const validationId = `Azure-SKEY|${key}|203.0.113.0/24|ASN-23`;
const microsoftPeeringConfig = {
  advertisedPublicPrefixes: ['203.0.113.0/24', '192.0.2.0/25'],
  advertisedPublicPrefixInfo: [
    { prefix: '203.0.113.0/24', validationId, signature: '', validationState: 'ValidationNeeded' },
    { prefix: '100.64.0.0/10', signature: 'of a prefix that is not advertised' },
  ],
};
const ipv6PeeringConfig = {
  microsoftPeeringConfig: {
    advertisedPublicPrefixInfo: [
      { prefix: '2001:db8::/32', validationId: 'v6', signature: 'c2ln', validationState: 'Sleeping' },
      { validationId: 'without a prefix' },
    ],
  },
};
const peering = wirePeering('MicrosoftPeering', { microsoftPeeringConfig, ipv6PeeringConfig });
const path = `${idOf('lon-01')}/peerings/MicrosoftPeering`;

async function read(resources: Readonly<Record<string, unknown>>) {
  const { url } = await startStandIn(serving(resources));
  const arm = createArmClient({ armUrl: url, access: { kind: 'static', token: 't0ken' } });
  return readAdvertisedPrefixes(arm, addressOf());
}

describe('what Microsoft peering advertises', () => {
  test('is told with the validation ID, the signature and the state of each prefix', async () => {
    expect(await read({ [path]: peering })).toEqual([
      { family: 'ipv4', prefix: '203.0.113.0/24', validationId, state: 'ValidationNeeded' },
      { family: 'ipv4', prefix: '192.0.2.0/25' },
      {
        family: 'ipv6',
        prefix: '2001:db8::/32',
        validationId: 'v6',
        signature: 'c2ln',
        state: { unrecognised: 'Sleeping' },
      },
    ]);
  });

  test('is nothing where there is no such peering', async () => {
    expect(await read({})).toBeUndefined();
    expect(await read({ [path]: wirePeering('MicrosoftPeering') })).toEqual([]);
  });

  test('has its signatures in the circuit too', async () => {
    const { writer } = await startStandIn(
      serving({ [idOf('lon-01')]: wireCircuit('lon-01', { peerings: [peering] }) }),
    );
    expect(await writer.readCircuit(addressOf())).toMatchObject({ signatures: { '2001:db8::/32': 'c2ln' } });
  });
});

test('the service key in a validation ID is not repeated in the words of a fault', async () => {
  const standIn = await startStandIn(({ method }) =>
    method === 'GET'
      ? { body: peering }
      : { status: 400, body: { error: { code: 'Bad', message: `Not good: ${key}` } } },
  );
  const arm = createArmClient({ armUrl: standIn.url, access: { kind: 'static', token: 't0ken' } });
  await readAdvertisedPrefixes(arm, addressOf());
  const fault = await arm.ask({ method: 'PUT', url: '/x', body: {} }).catch((problem: unknown) => problem);
  expect(fault).toMatchObject({ kind: 'refused' });
  expect(JSON.stringify(fault) + String(fault)).not.toContain(key);
});
