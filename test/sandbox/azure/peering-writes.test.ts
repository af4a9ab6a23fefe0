import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circuitPath, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const microsoft = `${circuitPath('ams-01')}/peerings/MicrosoftPeering`;
const finish = () => azure.clock.advance(3_000);
const judge = () => azure.clock.advance(20_000);
const read = async (path: string, version?: string) =>
  (await azure.arm('GET', path, undefined, version)).body.properties;

function peering(config: object = {}, more: object = {}) {
  return {
    properties: {
      peerASN: 64510,
      vlanId: 700,
      primaryPeerAddressPrefix: '203.0.113.160/30',
      secondaryPeerAddressPrefix: '203.0.113.164/30',
      microsoftPeeringConfig: {
        advertisedPublicPrefixes: ['192.0.2.192/27'],
        customerASN: 64510,
        routingRegistryName: 'RIPENCC',
        ...config,
      },
      ...more,
    },
  };
}

describe('making a Microsoft peering', () => {
  it('shows no Azure side while it runs, and both ports afterwards', async () => {
    const { status, body } = await azure.arm('PUT', microsoft, peering());
    expect([status, body.properties.azureASN, body.properties.lastModifiedBy]).toEqual([201, 0, '']);
    for (const key of ['primaryAzurePort', 'secondaryAzurePort', 'gatewayManagerEtag']) {
      expect(body.properties).not.toHaveProperty(key);
    }
    finish();
    expect(await read(microsoft)).toMatchObject({
      provisioningState: 'Succeeded',
      azureASN: 12076,
      lastModifiedBy: 'Customer',
      primaryAzurePort: 'AMS-06GMR-CIS-1-PRI-A',
      gatewayManagerEtag: '',
    });
  });

  it('goes from NotConfigured over Configuring to Configured when the registry knows the prefixes', async () => {
    const states: unknown[] = [];
    const note = async () => {
      const { microsoftPeeringConfig } = await read(microsoft);
      const [entry] = microsoftPeeringConfig.advertisedPublicPrefixInfo;
      states.push([microsoftPeeringConfig.advertisedPublicPrefixesState, entry.validationState]);
    };
    await azure.register('routes', { prefix: '192.0.2.192/27', origin: 64510, source: 'RIPE' });
    await azure.arm('PUT', microsoft, peering());
    await note();
    finish();
    await note();
    judge();
    await note();
    expect(states).toEqual([
      ['NotConfigured', undefined],
      ['Configuring', undefined],
      ['Configured', 'Configured'],
    ]);
  });

  it.each([
    ['no registry is named', { routingRegistryName: 'NONE' }, 'ValidationNeeded'],
    ['the registry is not one that Microsoft asks', { routingRegistryName: 'LEVEL3' }, 'ValidationNeeded'],
    ['the ASN is private', { customerASN: 64_512 }, 'ManualValidationNeeded'],
  ])('needs validation at once when %s', async (_why, config, verdict) => {
    await azure.arm('PUT', microsoft, peering(config));
    finish();
    const first = (await read(microsoft)).microsoftPeeringConfig;
    expect(first.advertisedPublicPrefixesState).toBe('ValidationNeeded');
    expect(first.advertisedPublicPrefixInfo[0]).not.toHaveProperty('validationState');
    judge();
    const later = (await read(microsoft)).microsoftPeeringConfig;
    expect(later.advertisedPublicPrefixesState).toBe('ValidationNeeded');
    expect(later.advertisedPublicPrefixInfo[0].validationState).toBe(verdict);
  });

  it('gives each prefix the text to sign, with the ASN of the IPv4 config also for IPv6', async () => {
    const ipv6PeeringConfig = {
      primaryPeerAddressPrefix: '2001:db8:40::/126',
      secondaryPeerAddressPrefix: '2001:db8:40::4/126',
      microsoftPeeringConfig: { advertisedPublicPrefixes: ['2001:db8:41::/48'], customerASN: 65_538 },
    };
    await azure.arm('PUT', microsoft, peering({}, { ipv6PeeringConfig }));
    finish();
    const { serviceKey } = await read(circuitPath('ams-01'));
    const properties = await read(microsoft);
    const ids = [
      properties.microsoftPeeringConfig,
      properties.ipv6PeeringConfig.microsoftPeeringConfig,
    ].flatMap(({ advertisedPublicPrefixInfo }) => advertisedPublicPrefixInfo);
    expect(ids).toEqual([
      {
        prefix: '192.0.2.192/27',
        validationId: `Azure-SKEY|${serviceKey}|192.0.2.192/27|ASN-64510`,
        signature: '',
      },
      {
        prefix: '2001:db8:41::/48',
        validationId: `Azure-SKEY|${serviceKey}|2001:db8:41::/48|ASN-64510`,
        signature: '',
      },
    ]);
  });

  it('tells of single prefixes only to a caller who speaks 2024-05-01 or later', async () => {
    const path = `${circuitPath('fra-02')}/peerings/MicrosoftPeering`;
    const old = await read(path, '2024-01-01');
    const recent = await read(path, '2024-05-01');
    expect(old.microsoftPeeringConfig).not.toHaveProperty('advertisedPublicPrefixInfo');
    expect(recent.microsoftPeeringConfig.advertisedPublicPrefixInfo).toHaveLength(4);
  });

  it('accepts what it should not: a taken VLAN, host bits, a circuit that is not provisioned', async () => {
    const path = `${circuitPath('ams-01')}/peerings/AzurePrivatePeering`;
    const odd = {
      peerASN: 64510,
      vlanId: 1,
      primaryPeerAddressPrefix: '11.2.3.4/30',
      secondaryPeerAddressPrefix: '',
    };
    expect((await azure.arm('PUT', path, { properties: odd })).status).toBe(201);
    finish();
    expect((await read(path)).primaryPeerAddressPrefix).toBe('11.2.3.4/30');
  });

  it('is refused for the retired kind and for a name that is none', async () => {
    const retired = await azure.arm('PUT', `${circuitPath('ams-01')}/peerings/AzurePublicPeering`, peering());
    const unknown = await azure.arm('PUT', `${circuitPath('ams-01')}/peerings/Telepathy`, peering());
    expect([retired, unknown].map(({ status, body }) => [status, body.error.code])).toEqual([
      [400, 'OperationNotAllowed'],
      [400, 'InvalidResourceName'],
    ]);
  });
});

describe('changing a Microsoft peering', () => {
  const fra02 = `${circuitPath('fra-02')}/peerings/microsoftpeering`;

  it('keeps the verdicts on prefixes that stay and has none on one that is added', async () => {
    const body = (await azure.arm('GET', fra02)).body;
    const config = body.properties.microsoftPeeringConfig;
    const advertisedPublicPrefixes = [...config.advertisedPublicPrefixes, '192.0.2.224/27'];
    const answer = await azure.arm('PUT', fra02, {
      properties: { ...body.properties, microsoftPeeringConfig: { ...config, advertisedPublicPrefixes } },
    });
    expect(answer.status).toBe(200);
    const states = answer.body.properties.microsoftPeeringConfig.advertisedPublicPrefixInfo;
    expect(states.map((entry: { validationState?: string }) => entry.validationState)).toEqual([
      'Configured',
      'ValidationNeeded',
      'ManualValidationNeeded',
      'InvalidSignatureEncoding',
      undefined,
    ]);
  });

  it('finds a signature that is not base64', async () => {
    const { properties } = (await azure.arm('GET', fra02)).body;
    const config = properties.microsoftPeeringConfig;
    const [first, ...rest] = config.advertisedPublicPrefixInfo;
    const advertisedPublicPrefixInfo = [{ ...first, signature: 'no base64!' }, ...rest];
    await azure.arm('PUT', fra02, {
      properties: { ...properties, microsoftPeeringConfig: { ...config, advertisedPublicPrefixInfo } },
    });
    finish();
    judge();
    const after = (await read(fra02)).microsoftPeeringConfig.advertisedPublicPrefixInfo[0];
    expect([after.signature, after.validationState]).toEqual(['no base64!', 'InvalidSignatureEncoding']);
  });
});

describe('deleting a peering', () => {
  it('shows Deleting, then nothing', async () => {
    const path = `${circuitPath('par-01')}/peerings/AzurePrivatePeering`;
    const { status } = await azure.arm('DELETE', path);
    expect(status).toBe(202);
    expect((await read(path)).provisioningState).toBe('Deleting');
    finish();
    expect((await azure.arm('GET', path)).status).toBe(404);
    expect((await azure.arm('DELETE', path)).status).toBe(204);
  });

  it('fails while connections or Global Reach use it, and leaves it as it was', async () => {
    const path = `${circuitPath('lon-01')}/peerings/AzurePrivatePeering`;
    const { headers } = await azure.arm('DELETE', path);
    finish();
    const ended = await azure.call('GET', headers.get('azure-asyncoperation') ?? '');
    expect(ended.body).toMatchObject({ status: 'Failed', error: { code: 'ConflictError' } });
    expect(ended.body.error.message).toContain('conn-lon-hub, conn-lon-data, conn-lon-dr, gr-lon-fra');
    expect(await read(path)).toMatchObject({ provisioningState: 'Succeeded', vlanId: 101 });
  });
});
