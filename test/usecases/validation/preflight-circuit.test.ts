import { describe, expect, test } from 'vitest';
import { createPreflightBoard } from '../../../src/usecases/validation/preflight-board.ts';
import { preflightCircuit, preflightSettings } from '../../../src/usecases/validation/preflight-circuit.ts';
import { aCircuit, aMicrosoftPeering, aPeering, t0 } from '../../support/a-circuit.ts';
import { aMicrosoftIntent, publicFamily } from '../../support/a-peering-intent.ts';
import { fakeRegistries, stuckRegistries } from '../../support/fake-registries.ts';

const organizations = ['Northwind Traders'];
const now = () => t0;
const circuit = aCircuit({ peerings: [aPeering(), aMicrosoftPeering()] });

function advertising(prefixes: readonly string[]) {
  const peering = aMicrosoftPeering();
  const list = {
    advertised: prefixes,
    state: 'ValidationNeeded',
    routingRegistry: 'RIPENCC',
    each: [],
  } as const;
  return aCircuit({ peerings: [{ ...peering, ipv4: { ...peering.ipv4, publicPrefixes: list } }] });
}

describe('a pre-flight of a circuit', () => {
  test('asks about each prefix that it advertises, and judges by what Azure has told of it', async () => {
    const { registries, asked } = fakeRegistries();
    const looked = await preflightCircuit({ registries, organizations, now }, circuit);
    expect(asked).toEqual([['203.0.113.0/24']]);
    expect(looked).toMatchObject({
      ok: true,
      value: {
        circuit: { name: 'lon-01' },
        at: t0,
        judged: { prefixes: [{ verdict: 'automatic', asked: { state: 'Configured', customerAsn: 64_510 } }] },
      },
    });
  });

  test('asks about none that cannot be registered, and about each other once, as registries write it', async () => {
    const { registries, asked } = fakeRegistries();
    const odd = advertising([
      '203.0.113.0/24',
      '10.0.0.0/8',
      '203.0.113.9/24',
      '192.0.2.0/24',
      '192.0.2.0/24',
    ]);
    await preflightCircuit({ registries, organizations, now }, odd);
    expect(asked).toEqual([['203.0.113.0/24', '192.0.2.0/24']]);
  });

  test('asks nobody where nothing can be registered', async () => {
    const { registries, asked } = fakeRegistries();
    const looked = await preflightCircuit({ registries, organizations, now }, advertising(['10.0.0.0/8']));
    expect(looked).toMatchObject({ ok: true, value: { judged: { prefixes: [{ verdict: 'fails' }] } } });
    expect(asked).toEqual([]);
  });

  test.each([
    ['no Microsoft peering', aCircuit({ peerings: [aPeering()] }), false],
    ['no prefixes', advertising([]), true],
  ])('is refused where there are %s', async (_name, bare, hasPeering) => {
    const { registries, asked } = fakeRegistries();
    expect(await preflightCircuit({ registries, organizations, now }, bare)).toMatchObject({
      ok: false,
      refusal: { code: 'nothing-to-validate', hasPeering },
    });
    expect(asked).toEqual([]);
  });
});

describe('a pre-flight of settings', () => {
  const family = { ...publicFamily, advertisedPrefixes: ['203.0.113.0/24', '192.0.2.0/24'] };
  const { settings } = aMicrosoftIntent({ ipv4: family });

  test('knows what Microsoft has validated already', async () => {
    const { registries } = fakeRegistries();
    const { judged } = await preflightSettings({ registries, organizations, now }, circuit, settings, 60_000);
    expect(judged.prefixes.map(({ asked }) => [asked.prefix, asked.state])).toEqual([
      ['192.0.2.0/24', undefined],
      ['203.0.113.0/24', 'Configured'],
    ]);
  });

  test('does not take that for another AS number', async () => {
    const { registries } = fakeRegistries();
    const changed = { ...settings, ipv4: { ...family, customerAsn: 64_496 } };
    const { judged } = await preflightSettings({ registries, organizations, now }, circuit, changed, 60_000);
    expect(judged.prefixes.map(({ asked, verdict }) => [asked.state, verdict])).toEqual([
      [undefined, 'fails'],
      [undefined, 'fails'],
    ]);
  });

  test('waits no longer than it may: who has not answered by then is silent, and is told to end', async () => {
    let ended = 0;
    const registries = stuckRegistries(() => {
      ended += 1;
    });
    const { judged } = await preflightSettings({ registries, organizations, now }, circuit, settings, 1);
    expect(judged.prefixes).toMatchObject([
      { verdict: 'unclear', todo: { kind: 'ask-again' } },
      { verdict: 'unclear', todo: { kind: 'nothing' } },
    ]);
    expect(judged.prefixes[0]?.reasons[0]).toMatchObject({
      kind: 'route-untold',
      silent: [{ why: 'timed-out' }],
    });
    expect(ended).toBe(1);
  });
});

describe('the board', () => {
  const preflight = {
    circuit,
    at: t0,
    judged: { question: { organizationNames: [], prefixes: [] }, findings: [], prefixes: [] },
  };

  test('keeps a pre-flight for its reader alone, for half an hour', () => {
    let at = t0;
    const board = createPreflightBoard(
      () => at,
      () => 'one',
    );
    const id = board.put(preflight, 'U0OMAR0001');
    expect(board.find(id, 'U0VERA0001')).toBeUndefined();
    at += 1_799_999;
    expect(board.find(id, 'U0OMAR0001')).toBe(preflight);
    at += 1;
    expect(board.find(id, 'U0OMAR0001')).toBeUndefined();
  });

  test('keeps thirty', () => {
    let ids = 0;
    const board = createPreflightBoard(now, () => `${++ids}`);
    for (let count = 0; count < 31; count++) board.put(preflight, 'U0OMAR0001');
    expect([board.find('1', 'U0OMAR0001'), board.find('2', 'U0OMAR0001')]).toEqual([undefined, preflight]);
  });
});
