import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
});
afterAll(() => world.close());

const Numbered = z.looseObject({ asn: z.union([z.number(), z.string()]), expires: z.number().optional() });
const List = z.object({
  metadata: z.looseObject({
    vrps: z.number().optional(),
    buildtime: z.string().optional(),
    generatedTime: z.string().optional(),
    generated: z.number().optional(),
  }),
  roas: z.array(Numbered),
});
const Network = z.looseObject({ remarks: z.unknown().optional() });

const listOf = async (response: Promise<Response> | Response) => List.parse(await (await response).json());
const network = async (path: string) => Network.parse(await (await world.http(`rdap/ip/${path}`)).json());

describe('the list of validated ROA payloads', () => {
  it('is as rpki-client writes it', async () => {
    const { metadata, roas } = await listOf(world.http('vrps.json'));
    expect(roas[0]).toEqual({
      asn: 64496,
      prefix: '198.51.100.0/26',
      maxLength: 26,
      ta: 'ripe',
      expires: expect.any(Number),
    });
    const builtMs = Date.parse(metadata.buildtime ?? '');
    expect(metadata.vrps).toBe(roas.length);
    expect(Date.now() - builtMs).toBeLessThan(11 * 60_000);
    expect(Number(roas[0]?.expires) * 1_000).toBe(builtMs + 86_400_000);
  });

  it('is as Routinator writes it when that is asked for', async () => {
    const { metadata, roas } = await listOf(world.http('vrps.json?form=routinator'));
    expect(roas[0]).toEqual({ asn: 'AS64496', prefix: '198.51.100.0/26', maxLength: 26, ta: 'ripe' });
    expect(Date.parse(metadata.generatedTime ?? '')).toBe(Number(metadata.generated) * 1_000);
  });

  it('is not sent again while it is the same', async () => {
    const etag = (await world.http('vrps.json')).headers.get('etag') ?? '';
    expect((await world.http('vrps.json', { 'if-none-match': etag })).status).toBe(304);
    await world.register('vrps', { prefix: '203.0.113.0/24', asn: 'AS0', ta: 'APNIC' });
    const changed = await world.http('vrps.json', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    const { roas } = await listOf(changed);
    expect(roas).toContainEqual(
      expect.objectContaining({ asn: 0, prefix: '203.0.113.0/24', maxLength: 24, ta: 'apnic' }),
    );
  });
});

describe('RDAP', () => {
  it('leads to the registry that holds the addresses', async () => {
    const response = await world.http('rdap/ip/198.51.100.0/26');
    expect(response.url).toBe(`${world.origin}/registry/rdap/ripe/ip/198.51.100.0/26`);
    expect(response.headers.get('content-type')).toBe('application/rdap+json');
    expect(await response.json()).toEqual({
      rdapConformance: ['rdap_level_0', 'cidr0'],
      objectClassName: 'ip network',
      handle: '198.51.100.0 - 198.51.100.255',
      startAddress: '198.51.100.0',
      endAddress: '198.51.100.255',
      ipVersion: 'v4',
      name: 'CONTOSO-EU',
      type: 'ALLOCATED PA',
      country: 'GB',
      status: ['active'],
      cidr0_cidrs: [{ v4prefix: '198.51.100.0', length: 24 }],
      entities: [
        expect.objectContaining({
          roles: ['registrant'],
          vcardArray: ['vcard', expect.arrayContaining([['fn', {}, 'text', 'Contoso Ltd']])],
        }),
      ],
      remarks: [{ description: ['Contoso Ltd'] }],
      links: [expect.objectContaining({ rel: 'self', href: response.url })],
      port43: 'whois.ripe.net',
    });
  });

  it('tells the smallest block that holds the addresses, and the one around it', async () => {
    expect(await network('198.51.100.200')).toMatchObject({
      handle: '198.51.100.192 - 198.51.100.223',
      parentHandle: '198.51.100.0 - 198.51.100.255',
      remarks: [
        { description: ['Fabrikam Hosting B.V.', 'Leased to customers. Changes by the lessor only.'] },
      ],
    });
    expect(await network('198.51.100.192/26')).toMatchObject({
      handle: '198.51.100.0 - 198.51.100.255',
    });
  });

  it('speaks of IPv6', async () =>
    expect(await network('2001:db8:100::/48')).toMatchObject({
      ipVersion: 'v6',
      startAddress: '2001:db8::',
      endAddress: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
      cidr0_cidrs: [{ v6prefix: '2001:db8::', length: 32 }],
    }));

  it('breaks a remark into its lines, each registry in its own place', async () => {
    const text = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
    const lines = text.split('\n');
    for (const prefix of ['198.51.100.0/24', '192.0.2.0/24', '203.0.113.0/24']) {
      expect(await world.register('remarks', { prefix, text })).toMatchObject({ ok: true });
    }
    const remarks = async (prefix: string) => (await network(prefix)).remarks;
    expect(await remarks('198.51.100.0/24')).toEqual([{ description: ['Contoso Ltd', ...lines] }]);
    expect(await remarks('192.0.2.0/24')).toEqual([{ title: 'Registration Comments', description: lines }]);
    expect(await remarks('203.0.113.0/24')).toEqual([
      { title: 'description', description: ['Contoso Ltd'] },
      { title: 'remarks', description: lines },
    ]);
    await world.register('remarks', { prefix: '192.0.2.0/24', text, present: false });
    expect(await remarks('192.0.2.0/24')).toBeUndefined();
  });

  it('tells ARIN’s origin AS numbers', async () =>
    expect(await network('192.0.2.0/24')).toMatchObject({
      rdapConformance: ['rdap_level_0', 'cidr0', 'arin_originas0'],
      arin_originas0_originautnums: [64511, 64508],
    }));

  it.each([
    ['rdap/ip/10.0.0.0/8', 404],
    ['rdap/arin/ip/198.51.100.0/24', 404],
    ['rdap/autnum/64496', 404],
    ['rdap/ip/198.51.100.300', 400],
    ['rdap/ip/198.51.100.1/24', 400],
  ])('refuses %s in its own words', async (path, status) => {
    const response = await world.http(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/rdap+json',
    ]);
    expect(await response.json()).toMatchObject({ errorCode: status, title: expect.any(String) });
  });
});
