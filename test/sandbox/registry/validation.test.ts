import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { circuitPath, type StartedAzure, startAzure } from '../azure/support/start-azure.ts';
import { isInstalled } from './support/installed.ts';
import { createSigner, type Signer } from './support/signer.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const path = `${circuitPath('ams-01')}/peerings/MicrosoftPeering`;
const prefix = '203.0.113.192/27';
const registered = { prefix, origin: 64510, source: 'RIPE' };

type Config = {
  readonly advertisedPublicPrefixes?: readonly string[];
  readonly advertisedPublicPrefixInfo?: readonly { readonly prefix: string; readonly signature: string }[];
  readonly customerASN?: number;
  readonly routingRegistryName?: string;
};

const Shown = z.object({
  advertisedPublicPrefixesState: z.string(),
  advertisedPublicPrefixInfo: z.array(
    z.object({ prefix: z.string(), validationId: z.string(), validationState: z.string().optional() }),
  ),
});

const put = (config: Config = {}, peerASN = 64510, more: object = {}) =>
  azure.arm('PUT', path, {
    properties: {
      peerASN,
      vlanId: 700,
      primaryPeerAddressPrefix: '203.0.113.160/30',
      secondaryPeerAddressPrefix: '203.0.113.164/30',
      microsoftPeeringConfig: {
        advertisedPublicPrefixes: [prefix],
        customerASN: 0,
        routingRegistryName: 'RIPENCC',
        ...config,
      },
      ...more,
    },
  });

const shown = async () => Shown.parse((await azure.arm('GET', path)).body.properties.microsoftPeeringConfig);

/** Of the peering, and of each prefix. */
async function states(): Promise<readonly (string | undefined)[]> {
  const { advertisedPublicPrefixesState, advertisedPublicPrefixInfo } = await shown();
  return [
    advertisedPublicPrefixesState,
    ...advertisedPublicPrefixInfo.map(({ validationState }) => validationState),
  ];
}

const settle = () => azure.clock.advance(3_000);
const judge = () => azure.clock.advance(20_000);

async function verdictOn(config: Config = {}, peerASN?: number): Promise<readonly (string | undefined)[]> {
  await put(config, peerASN);
  settle();
  judge();
  return states();
}

describe('a prefix without a signature', () => {
  it('is Configured when the named registry has it by the peer’s AS number', async () => {
    await azure.register('routes', registered);
    expect(await verdictOn()).toEqual(['Configured', 'Configured']);
  });

  it('is Configured when the object is of a larger block, and by the customer’s AS number', async () => {
    await azure.register('routes', { prefix: '203.0.113.128/25', origin: 65550, source: 'RIPE' });
    expect(await verdictOn({ customerASN: 65550 })).toEqual(['Configured', 'Configured']);
  });

  it.each([
    ['the object stands in another registry', { ...registered, source: 'RADB' }, 'ValidationNeeded'],
    ['the object is of a smaller block', { ...registered, prefix: '203.0.113.192/28' }, 'ValidationNeeded'],
    ['the object is by another AS number', { ...registered, origin: 64511 }, 'AsnValidationFailed'],
  ])('is not when %s', async (_why, route, state) => {
    await azure.register('routes', route);
    expect(await verdictOn()).toEqual(['ValidationNeeded', state]);
  });

  it('is Configured although there are objects by others too', async () => {
    await azure.register('routes', { ...registered, origin: 64511 });
    await azure.register('routes', registered);
    expect(await verdictOn()).toEqual(['Configured', 'Configured']);
  });

  it.each([
    ['peer', {}, 65_000],
    ['peer, although the customer’s is public', { customerASN: 64510 }, 4_200_000_000],
    ['customer', { customerASN: 64_512 }, 64510],
  ])('is for a person to look at when the AS number of the %s is private', async (_who, config, peerASN) => {
    await azure.register('routes', registered);
    expect(await verdictOn(config, peerASN)).toEqual(['ValidationNeeded', 'ManualValidationNeeded']);
  });

  it('makes the peering wait for it, while another is Configured', async () => {
    await azure.register('routes', registered);
    const advertisedPublicPrefixes = [prefix, '203.0.113.64/27', 'no prefix'];
    expect(await verdictOn({ advertisedPublicPrefixes })).toEqual([
      'ValidationNeeded',
      'Configured',
      'ValidationNeeded',
      'ValidationNeeded',
    ]);
  });
});

describe('a record that changes', () => {
  it('is not noticed until the peering is written, which looks again at what is not Configured', async () => {
    await verdictOn();
    await azure.register('routes', registered);
    judge();
    expect(await states()).toEqual(['ValidationNeeded', 'ValidationNeeded']);
    await put();
    expect(await states()).toEqual(['ValidationNeeded', 'ValidationNeeded']);
    settle();
    expect(await states()).toEqual(['Configuring', 'ValidationNeeded']);
    judge();
    expect(await states()).toEqual(['Configured', 'Configured']);
  });

  it('does not undo what was Configured', async () => {
    await azure.register('routes', registered);
    await verdictOn();
    await azure.register('routes', { ...registered, present: false });
    expect(await verdictOn()).toEqual(['Configured', 'Configured']);
  });

  it('is not weighed against a state that a person set meanwhile', async () => {
    await azure.register('routes', registered);
    await put();
    settle();
    const set = (body: object) => azure.control('POST', '/circuits/ams-01/prefixes', body);
    await set({ prefix, validationState: 'RouteOriginUnclear' });
    await set({ prefix: '*', validationState: 'ValidationNeeded' });
    judge();
    expect(await states()).toEqual(['ValidationNeeded', 'RouteOriginUnclear']);
  });
});

describe.skipIf(!isInstalled('openssl'))('a signed prefix', () => {
  let owner: Signer;
  let other: Signer;
  beforeAll(async () => {
    [owner, other] = await Promise.all([createSigner(), createSigner()]);
  });
  afterAll(async () => {
    await owner.close();
    await other.close();
  });
  beforeEach(async () => {
    // The certificates are made now, and the world begins at a time of its own.
    azure.clock.advance(Math.max(0, Date.now() - azure.clock.now()) + 3_600_000);
    expect(await verdictOn()).toEqual(['ValidationNeeded', 'ValidationNeeded']);
  });

  const publish = (text: string, more: object = {}) => azure.register('remarks', { prefix, text, ...more });
  const toSign = async () => (await shown()).advertisedPublicPrefixInfo[0]?.validationId ?? '';
  const signed = (signature: string) => verdictOn({ advertisedPublicPrefixInfo: [{ prefix, signature }] });

  it('is Configured when a certificate in its record verifies the signature', async () => {
    await publish(`This stands before it. ${owner.certificate}`);
    expect(await signed(await owner.sign(await toSign()))).toEqual(['Configured', 'Configured']);
  });

  it('is looked at again when the signature changes, also when it was Configured', async () => {
    await publish(owner.certificate);
    await signed(await owner.sign(await toSign()));
    expect(await signed(await other.sign(await toSign()))).toEqual([
      'ValidationNeeded',
      'SignatureVerificationFailed',
    ]);
  });

  it('is Configured by any of several certificates, however their lines are broken', async () => {
    await publish(other.certificate);
    await publish(owner.certificate.replaceAll('\n', ''));
    expect(await signed(await owner.sign(await toSign()))).toEqual(['Configured', 'Configured']);
  });

  it('is not when the record has no certificate, or another record than that of the smallest block has it', async () => {
    const signature = await owner.sign(await toSign());
    expect(await signed(signature)).toEqual(['ValidationNeeded', 'CertificateMissingInRoutingRegistry']);
    await publish(owner.certificate);
    await azure.register('holders', { prefix: '203.0.113.192/26', organization: 'Somebody' });
    expect(await signed(signature)).toEqual(['ValidationNeeded', 'CertificateMissingInRoutingRegistry']);
    await azure.register('holders', { prefix: '203.0.113.192/26', present: false });
    expect(await signed(signature)).toEqual(['Configured', 'Configured']);
  });

  it.each<[string, (id: string) => Promise<string>]>([
    ['with a newline at the end of the text', (id) => owner.sign(`${id}\n`)],
    ['with another key', (id) => other.sign(id)],
    ['for another prefix', (id) => owner.sign(id.replace(prefix, '203.0.113.224/27'))],
  ])('is not when it was signed %s', async (_what, sign) => {
    await publish(owner.certificate);
    expect(await signed(await sign(await toSign()))).toEqual([
      'ValidationNeeded',
      'SignatureVerificationFailed',
    ]);
  });

  it('is not when the certificate has ended', async () => {
    await publish(owner.certificate);
    const signature = await owner.sign(await toSign());
    azure.clock.advance(400 * 86_400_000);
    expect(await signed(signature)).toEqual(['ValidationNeeded', 'SignatureVerificationFailed']);
  });

  it.each([
    ['in several lines', (signature: string) => signature.replaceAll(/.{64}/gu, '$&\n')],
    ['that is cut off', (signature: string) => signature.slice(0, -3)],
    ['that is no base64', () => '-----BEGIN-----'],
  ])('is not with a signature %s', async (_what, spoil) => {
    await publish(owner.certificate);
    expect(await signed(spoil(await owner.sign(await toSign())))).toEqual([
      'ValidationNeeded',
      'InvalidSignatureEncoding',
    ]);
  });

  it('is for a person to look at all the same when an AS number is private', async () => {
    await publish(owner.certificate);
    const signature = await owner.sign(await toSign());
    expect(await verdictOn({ advertisedPublicPrefixInfo: [{ prefix, signature }] }, 65_000)).toEqual([
      'ValidationNeeded',
      'ManualValidationNeeded',
    ]);
  });

  it('is Configured in IPv6 by the text that names the AS number of IPv4', async () => {
    const block = '2001:db8:41::/48';
    const ipv6 = (signature: string) => ({
      ipv6PeeringConfig: {
        primaryPeerAddressPrefix: '2001:db8:40::/126',
        secondaryPeerAddressPrefix: '2001:db8:40::4/126',
        microsoftPeeringConfig: {
          advertisedPublicPrefixInfo: [{ prefix: block, signature }],
          customerASN: 65_538,
        },
      },
    });
    await azure.register('remarks', { prefix: block, text: owner.certificate });
    const id = (await toSign()).replace(prefix, block);
    expect(id).toMatch(/\|2001:db8:41::\/48\|ASN-64510$/u);
    await put({ customerASN: 64510 }, 64510, ipv6(await owner.sign(id)));
    settle();
    judge();
    const { properties } = (await azure.arm('GET', path)).body;
    expect(properties.ipv6PeeringConfig.microsoftPeeringConfig).toMatchObject({
      advertisedPublicPrefixesState: 'Configured',
      advertisedPublicPrefixInfo: [{ prefix: block, validationId: id, validationState: 'Configured' }],
    });
  });
});
