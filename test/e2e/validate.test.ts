import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;
const unregistered = '198.51.100.160/27';

/** One world for the whole story. */
let world: World;
const omar = () => world.person('omar');

/** The answer behind "Asking the registries", block by block. */
async function validate(name: string) {
  return omar().sees(
    netOps,
    () => omar().command(netOps, `validate ${name}`),
    ({ text }) => text.startsWith(`${name}: `),
  );
}

const lineOf = (words: string, prefix: string) =>
  words.split('\n').find((line) => line.includes(`*${prefix}*`));

describe('the registries are asked about the prefixes of a circuit', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    world = await startWorld();
    await world.poll();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test('and each prefix has the verdict that its story asks for', async () => {
    const words = wordsOf(await validate('fra-02'));
    expect(lineOf(words, '198.51.100.192/27')).toContain('by support ticket');
    expect(lineOf(words, unregistered)).toContain('to be signed');
    expect(lineOf(words, '198.51.100.128/27')).toContain('validated; if looked at again: likely automatic');
    expect(words).toContain('registered to Fabrikam Hosting B.V.');
    const dallas = wordsOf(await validate('dal-01'));
    expect(lineOf(dallas, '192.0.2.0/26')).toContain('will fail');
    expect(dallas).toContain('ARIN has this prefix from AS64511 only');
    expect(dallas).toContain('If AS64507 is right, change the route object in ARIN to it.');
  });

  test('a server that hangs up makes it unclear, and nothing is called missing', async () => {
    await world.control.post('faults', { target: 'registry', kind: 'drop', match: 'whois' });
    const words = wordsOf(await validate('fra-02'));
    await world.control.post('faults', { target: 'registry', kind: 'clear' });
    expect(lineOf(words, unregistered)).toContain('not clear yet');
    expect(words).not.toContain('has no route object');
    expect(words).toMatch(/:grey_question: 127\.0\.0\.1:\d+: /u);
  });

  test('a route object changes the verdict, and the evidence names its source', async () => {
    await world.control.post('registry/routes', {
      prefix: unregistered,
      origin: 64_501,
      source: 'RIPE',
      present: true,
    });
    const list = await validate('fra-02');
    expect(lineOf(wordsOf(list), unregistered)).toContain('likely automatic');
    const evidence = wordsOf(await omar().pressForModal(list, `Evidence for ${unregistered}`));
    expect(evidence).toContain(`${unregistered} AS64501 in RIPE`);
    expect(evidence).toContain('CONTOSO-EU · Contoso Ltd');
    expect(evidence).toContain('RPKI: valid');
  });

  test('the review of its peering forecasts the same', async () => {
    const form = await omar().commandForModal(netOps, 'peering fra-02 microsoft');
    const review = wordsOf(await omar().fill(form, { 'peering.vlan': '377', 'peering.edge': ['yes'] }));
    expect(review).toContain('*Will Microsoft validate the prefixes by itself?*');
    expect(lineOf(review, unregistered)).toContain('likely automatic');
    expect(lineOf(review, '198.51.100.192/27')).toContain('by support ticket');
  });
});
