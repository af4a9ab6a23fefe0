import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVrps } from '../../../src/registry/rpki/read-vrps.ts';
import { SourceFault } from '../../../src/registry/source-fault.ts';
import { aRoa, chunksOf, listText } from '../support/vrp-json.ts';
import { networkOf } from '../support/whois.ts';

const asked = networkOf('203.0.113.0/25');
const at = (text: string) => Date.parse(text);

async function read(text: string, size?: number) {
  const { table, builtAt } = await readVrps(chunksOf(text, size));
  return { size: table.size, builtAt, vrps: table.covering(asked, 0) };
}

const unreadable = expect.objectContaining({
  kind: 'unreadable',
  message: expect.stringMatching(/^[A-Z\d].*\.$/u),
});

describe('a list of ROAs is read', () => {
  const vrp = { prefix: '203.0.113.0/24', maxLength: 24, asn: 64_496, ta: 'ripe' };

  it.each([
    [
      'rpki-client',
      { buildmachine: 'x', buildtime: '2026-11-23T09:00:00Z', vrps: 1 },
      aRoa({ expires: 1_795_000_000 }),
    ],
    [
      'Routinator',
      { generated: 1_795_424_400, generatedTime: '2026-11-23T09:00:00Z' },
      aRoa({ asn: 'AS64496' }),
    ],
    [
      'a Routinator that tells seconds alone',
      { generated: Date.parse('2026-11-23T09:00:00Z') / 1_000 },
      aRoa(),
    ],
    ['stayrtr', { vrps: 1, buildtime: '2026-11-23T09:00:00Z' }, aRoa({ ta: 'RIPE' })],
  ])('as %s writes it', async (_, metadata, roa) => {
    expect(await read(listText([roa], metadata))).toEqual({
      size: 1,
      builtAt: at('2026-11-23T09:00:00Z'),
      vrps: [vrp],
    });
  });

  it('whatever else is in it, and in whatever order', async () => {
    const text = JSON.stringify({
      roas: [{ ...aRoa(), source: [{ uri: 'rsync://x/}]{["', tal: { 'a"b\\': '\\' } }] }],
      aspas: [{ roas: [{ asn: 1, prefix: '203.0.113.0/24' }], metadata: { buildtime: 1 } }],
      'odd "roas": [': '}]',
      provider_authorizations: { ipv4: [] },
      metadata: { buildtime: '2026-11-23T09:00:00Z', counts: { roas: 1 } },
    });
    expect(await read(text)).toEqual({ size: 1, builtAt: at('2026-11-23T09:00:00Z'), vrps: [vrp] });
    expect(await read(JSON.stringify(JSON.parse(text), null, 4))).toMatchObject({ size: 1, vrps: [vrp] });
  });

  it('the same in chunks of whatever size', async () => {
    const roas = Array.from({ length: 30 }, (_, index) => ({ ...aRoa({ asn: index }), note: 'ü"}' }));
    const text = listText(roas);
    const whole = await read(text);
    expect(whole.size).toBe(30);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length }), async (size) => {
        expect(await read(text, size)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('without a time, an anchor or a maximal length', async () => {
    const text = listText([{ asn: 0, prefix: '203.0.113.0/24' }], { buildtime: 'soon' });
    const plain = { prefix: '203.0.113.0/24', maxLength: 24, asn: 0 };
    expect(await read(text)).toEqual({ size: 1, builtAt: undefined, vrps: [plain] });
  });

  it('but for the few entries that make no sense', async () => {
    const odd = [aRoa({ asn: -1 }), aRoa({ asn: 'AS4294967296' }), aRoa({ prefix: '203.0.113.1/24' })];
    const odder = [aRoa({ maxLength: 23 }), aRoa({ maxLength: 33 }), 7, null];
    const good = Array.from({ length: 1_000 }, () => aRoa());
    expect(await read(listText([...good, ...odd, ...odder]))).toMatchObject({ size: 1_000 });
    await expect(read(listText([aRoa(), ...odd]))).rejects.toEqual(unreadable);
  });
});

describe('what is no list of ROAs', () => {
  const whole = listText([aRoa(), aRoa({ asn: 64_497 })]);

  it.each([
    ['empty', ''],
    ['a list without entries', listText([])],
    ['a list of something else', JSON.stringify({ metadata: {}, vrps: [aRoa()] })],
    ['a list that is no list', JSON.stringify({ metadata: {}, roas: { a: aRoa() } })],
    ['a page', '<html><body>{"roas": []}</body></html>'],
    ['a text', '"roas"'],
    ['two lists', whole + whole],
    ['no JSON', whole.replace('"asn":', '"asn"=')],
    ['an entry that never ends', `{"roas":[{"asn":"${'x'.repeat(200_000)}`],
    ['something deep', '{"roas":'.concat('['.repeat(200_000))],
    ['closed too often', `${whole}}`],
  ])('is unreadable: %s', async (_, text) => {
    await expect(read(text)).rejects.toEqual(unreadable);
  });

  it('is unreadable wherever it is cut off', async () => {
    for (let length = 0; length < whole.length; length++) {
      await expect(read(whole.slice(0, length))).rejects.toEqual(unreadable);
    }
  });

  it('is refused as such, whatever it is', async () => {
    const anyText = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', 'roas', '"roas":[', '1', ' '),
    });
    await fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const ended = await read(text, size).catch((error: unknown) => error);
        expect(ended).toBeInstanceOf(SourceFault);
      }),
      { numRuns: 500 },
    );
  });
});
