import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/domain/circuit/circuit.ts';
import type { PrefixEvidence } from '../../src/domain/validation/evidence.ts';
import { circuitToken } from '../../src/slack/blocks/circuit-token.ts';
import { aKnownCircuit, aMicrosoftPeering, aPeering } from '../support/a-circuit.ts';
import { aHolder, aRoute, ripe, silent, told } from '../support/a-prefix-evidence.ts';
import { eventually } from '../support/eventually.ts';
import { fakeRegistries } from '../support/fake-registries.ts';
import { startSlackBot } from '../support/slack-bot.ts';

const known = aKnownCircuit({ peerings: [aPeering(), aMicrosoftPeering('ValidationNeeded')] });
const token = circuitToken(known.circuit.id);

function advertising(count: number): Circuit['peerings'] {
  const peering = aMicrosoftPeering();
  const advertised = Array.from({ length: count }, (_, index) => `203.0.${index}.0/24`);
  const list = { advertised, state: 'ValidationNeeded', routingRegistry: 'RIPENCC', each: [] } as const;
  return [{ ...peering, ipv4: { ...peering.ipv4, publicPrefixes: list } }];
}

async function start(said?: (prefix: string) => Partial<PrefixEvidence>, circuit = known) {
  const { registries, asked } = fakeRegistries(said);
  const organizations = ['Northwind Traders'];
  const bot = await startSlackBot({ deps: { registries, organizations } });
  await bot.store.commit({ putCircuits: [circuit] });
  return { ...bot, asked, [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose]() };
}

/** The answer behind "Asking the registries". */
async function validated(bot: Awaited<ReturnType<typeof start>>, text = 'validate lon-01') {
  const before = bot.api.responses().length;
  expect((await bot.ask(text)).words).toContain('Asking the routing and address registries');
  return JSON.stringify((await bot.api.responded(before + 2))[before + 1]);
}

/** The value of the first button of this action. */
function buttonIn(words: string, action: string): string {
  const pattern = new RegExp(`"action_id":"${action}","value":("(?:[^"\\\\]|\\\\.)*")`, 'u');
  return JSON.parse(pattern.exec(words)?.[1] ?? '""');
}

const leased = () => ({
  irr: [{ server: ripe, told: told([]) }],
  holder: told(aHolder({ organization: 'Fabrikam Hosting B.V.' })),
});

describe.concurrent('/circuit validate', () => {
  test('says for each prefix what will come of it, why, and what to do', async () => {
    await using bot = await start(leased);
    const words = await validated(bot);
    expect(words).toContain('lon-01: 1 by support ticket');
    expect(words).toContain(':large_yellow_circle: *203.0.113.0/24* · by support ticket');
    expect(words).toContain('registered to Fabrikam Hosting B.V.: nobody else can edit the record.');
    expect(words).toContain('*You*: Get a Letter of Authorization from the holder');
    expect(words).toContain('`/circuit case open lon-01`');
    expect(bot.asked).toEqual([['203.0.113.0/24']]);
  });

  test('says who was silent, and takes that for no answer', async () => {
    await using bot = await start(() => ({ irr: [{ server: ripe, told: silent() }] }));
    const words = await validated(bot);
    expect(words).toContain(':grey_question: *203.0.113.0/24* · not clear yet');
    expect(words).toContain(':grey_question: whois.ripe.net:43: did not answer in time');
    expect(words).not.toContain('has no route object');
  });

  test.each([
    ['validate', known, 'Which circuit?'],
    ['validate par-99', known, 'No circuit is called par-99'],
  ])('%s is refused at once', async (text, circuit, sentence) => {
    await using bot = await start(undefined, circuit);
    expect((await bot.ask(text)).words).toContain(sentence);
    expect(bot.asked).toEqual([]);
  });

  test.each([
    [aKnownCircuit(), 'has no Microsoft peering'],
    [aKnownCircuit({ peerings: advertising(0) }), 'advertises no public prefixes'],
  ])('where nothing is advertised, says how to begin', async (circuit, sentence) => {
    await using bot = await start(undefined, circuit);
    expect(await validated(bot)).toContain(sentence);
  });
});

describe.concurrent('a long list', () => {
  const many = aKnownCircuit({ peerings: advertising(200) });
  const last = (prefix: string) =>
    prefix === '203.0.199.0/24'
      ? { irr: [{ server: ripe, told: told([aRoute({ prefix, origin: 64_511 })]) }] }
      : {};

  test('has pages, the worst first, and asks nobody for the next one', async () => {
    await using bot = await start(last, many);
    const first = await validated(bot);
    expect(first).toContain('page 1 of 25');
    expect(first).toMatch(/:red_circle: \*203\.0\.199\.0\/24\* · will fail.*\*203\.0\.0\.0\/24\*/u);
    const value = buttonIn(first, 'preflight.page');
    const second = await bot.pressed({ action_id: 'preflight.page', value });
    expect(second.words).toContain('page 2 of 25');
    expect(second.words).not.toContain('203.0.199.0/24');
    expect(bot.asked).toHaveLength(1);
  });

  test('that is forgotten is made anew', async () => {
    await using bot = await start(last, many);
    const value = JSON.stringify({ circuit: token, name: 'lon-01', preflight: 'gone', page: 24 });
    expect((await bot.pressed({ action_id: 'preflight.page', value })).words).toContain('page 25 of 25');
    expect(bot.asked).toHaveLength(1);
  });
});

describe.concurrent('the evidence of a prefix', () => {
  const filled = (bot: Awaited<ReturnType<typeof start>>) =>
    eventually(() => {
      const view = bot.api.of('views.update').at(-1);
      if (!view) throw new Error('the modal was not filled');
      return JSON.stringify(view.body.view);
    });

  test('opens above the list, source by source', async () => {
    await using bot = await start(leased);
    const value = buttonIn(await validated(bot), 'preflight.evidence');
    await bot.press({ action_id: 'preflight.evidence', value });
    const view = await filled(bot);
    expect(view).toContain('*Routing registry whois.ripe.net:43*');
    expect(view).toContain('No route object.');
    expect(view).toContain('203.0.113.0/24 up to /24, AS64510 (ripe)');
    expect(view).toContain('NET-203-0-113 · Fabrikam Hosting B.V.');
    expect(bot.asked).toHaveLength(1);
  });

  test('that is not advertised any more says so', async () => {
    await using bot = await start();
    const value = JSON.stringify({
      circuit: token,
      name: 'lon-01',
      preflight: 'gone',
      prefix: '192.0.2.0/24',
    });
    await bot.press({ action_id: 'preflight.evidence', value });
    expect(await filled(bot)).toContain('does not advertise 192.0.2.0/24 any more');
  });
});

test('Validate prefixes on a card asks as the command does', async () => {
  await using bot = await start();
  await bot.ask('show lon-01');
  const value = buttonIn(JSON.stringify(bot.api.responses()[0]), 'circuit.validate');
  await bot.press({ action_id: 'circuit.validate', value });
  expect(JSON.stringify((await bot.api.responded(3))[2])).toContain('1 likely automatic');
  expect(bot.asked).toEqual([['203.0.113.0/24']]);
});
