import { describe, expect, test } from 'vitest';
import { channels, directOf } from '../support/person.ts';
import { circuitsShownIn, wordsOf } from '../support/reading.ts';
import { startWorld } from '../support/world.ts';

const { netOps, general } = channels;

describe('/circuit list', () => {
  test('shows each circuit with its states, whom it waits for, and how old that knowledge is', async () => {
    await using world = await startWorld();
    const list = await world.person('vera').command(netOps, 'list');
    expect(list.ephemeral).toBe(true);
    const words = wordsOf(list);
    expect(words).toContain('*15 circuits*, page 1 of 2');
    expect(words).toContain(
      ':large_yellow_circle: *ams-01* · rg-net-emea · Colt Amsterdam · 200 Mbps · Standard\n' +
        'created, not ordered yet · NotProvisioned / Enabled · _you: order it with its service key_',
    );
    expect(words).toContain('_waits for Megaport_');
    expect(words).toMatch(/As Azure said \d+ s ago\./u);
  });

  test('turns its pages in place, there and back', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const first = await vera.command(netOps, 'list');
    const second = await vera.press(first, 'Next page');
    expect(second.ts).toBe(first.ts);
    expect(wordsOf(second)).toContain('page 2 of 2');
    expect([...circuitsShownIn(first), ...circuitsShownIn(second)]).toHaveLength(15);
    expect(new Set([...circuitsShownIn(first), ...circuitsShownIn(second)]).size).toBe(14);
    expect(circuitsShownIn(await vera.press(second, 'Previous page'))).toEqual(circuitsShownIn(first));
    expect(circuitsShownIn(await vera.command(netOps, 'list page:2'))).toEqual(circuitsShownIn(second));
  });

  test.each<[string, readonly string[]]>([
    ['state:provisioning', ['lon-02']],
    ['state:NotProvisioned', ['ams-01', 'ams-02', 'sea-01']],
    ['state:created', ['ams-01', 'sea-01']],
    // The situation, and Azure's DeProvisioned, which is another one.
    ['state:deprovisioned', ['ams-02', 'was-01']],
    ['state:failed', ['dal-01']],
    ['state:validationneeded', ['fra-02']],
    ['provider:"at&t netbond"', ['was-01']],
    ['provider:equinix location:london', ['edge-01', 'lon-01']],
    ['subscription:a94d location:dallas', ['dal-01', 'edge-01']],
    ['tag:environment=staging', ['ams-01', 'sea-01']],
    ['tag:lifecycle', ['ams-02']],
    ['needs:attention', ['ams-01', 'ams-02', 'dal-01', 'fra-02', 'sea-01']],
    ['rg-net-emea/edge', ['edge-01']],
    ['LON', ['lon-01', 'lon-02']],
  ])('filters by %s', async (filter, names) => {
    await using world = await startWorld();
    expect(circuitsShownIn(await world.person('omar').command(netOps, `list ${filter}`))).toEqual(names);
  });

  test.each([
    ['list colour:red', 'There is no filter colour:.'],
    ['list provder:Equinix', 'Did you mean `provider:`?'],
    ['list provider:', 'provider: says nothing to look for.'],
    ['list needs:coffee', 'It can be attention.'],
    ['list page:0', '0 is not a page.'],
    ['list provider:"Equinix', 'A quote was opened and not closed.'],
    ['list state:asleep', 'No circuit fits'],
  ])('answers `%s` with: %s', async (text, sentence) => {
    await using world = await startWorld();
    expect(wordsOf(await world.person('vera').command(netOps, text))).toContain(sentence);
  });

  test('answers where the bot is not a member, too', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const list = await vera.command(general, 'list ams');
    expect(circuitsShownIn(list)).toEqual(['ams-01', 'ams-02']);
    expect(wordsOf(await vera.press(list, 'Show circuit ams-02'))).toContain('deprovisioned, still billed');
  });

  test('is narrowed in a modal, which says what is wrong under its field', async () => {
    await using world = await startWorld();
    const ana = world.person('ana');
    const list = await ana.command(netOps, 'list provider:Equinix');
    const modal = await ana.pressForModal(list, 'Filter the list of circuits');
    expect(JSON.stringify(modal.blocks)).toContain('"initial_value":"provider:Equinix"');
    expect(await ana.submit(modal, { filter: 'providr:Colt' })).toMatchObject({
      response_action: 'errors',
      errors: { filter: expect.stringContaining('Did you mean provider:?') },
    });
    const narrowed = await ana.sees(netOps, () => ana.submit(modal, { filter: 'provider:Colt' }));
    expect(circuitsShownIn(narrowed)).toEqual(['ams-01']);
    expect(narrowed.ephemeral).toBe(true);
  });

  test('is narrowed in a direct conversation and where the bot is not, within the modal', async () => {
    await using world = await startWorld();
    const adam = world.person('adam');
    const list = await adam.command(directOf('adam'), 'list');
    const modal = await adam.pressForModal(list, 'Filter the list of circuits');
    const answer = await adam.submit(modal, { filter: 'location:Seattle' });
    expect(answer).toMatchObject({ response_action: 'update' });
    expect(JSON.stringify(answer)).toContain('*sea-01*');

    const elsewhere = await adam.command(general, 'list');
    const again = await adam.pressForModal(elsewhere, 'Filter the list of circuits');
    const seen = await adam.sees(
      directOf('adam'),
      () => adam.submit(again, { filter: 'location:Seattle' }),
      () => true,
    );
    expect(circuitsShownIn(seen)).toEqual(['sea-01']);
  });
});

describe('/circuit show', () => {
  test('shows where the circuit stands, its routing domains, prefixes and links, and no secret', async () => {
    await using world = await startWorld();
    const card = wordsOf(await world.person('vera').command(netOps, 'show lon-01'));
    expect(card).toContain(':large_green_circle: *lon-01* · provisioned\nNothing to do.');
    expect(card).toContain(':white_check_mark: 5 Link VNets');
    expect(card).toContain('*Provider and location*\nEquinix London');
    expect(card).toContain('IPv6: primary 2001:db8:16::/126 · secondary 2001:db8:16::4/126');
    expect(card).toContain('• 2001:db8:100::/48: Configured');
    expect(card).toContain('*Linked virtual networks* (3)');
    expect(card).toContain('*Authorizations*\n2, 1 in use');
    const shown = wordsOf(await world.person('omar').command(netOps, 'key lon-01'));
    const [key = ''] = shown.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u) ?? [];
    expect(key).not.toBe('');
    expect(card).not.toContain(key);
  });

  test.each([
    [
      'fra-02',
      ['prefixes need validation', '198.51.100.192/27: :warning: ManualValidationNeeded', '*You*: prove'],
    ],
    ['chi-01', ['Azure public peering (retired)', 'Microsoft retired public peering on 2024-03-31']],
    ['was-direct-01', ['none (ExpressRoute Direct)', ':heavy_minus_sign:', '10 Gbps']],
    ['par-01', ['Last modified by Provider']],
    ['dal-01', ["Azure's last write failed", "Azure's last write to it: Deleting"]],
    ['nyc-02', ['being deprovisioned', '*Verizon* is taking the connection down']],
    ['was-01', ['DeProvisioned', '*AT&amp;T NetBond* is taking']],
    ['lon-02', [':arrow_forward: *3 Provisioned*', '*Megaport* is setting up the connection']],
  ])('tells of %s what is special about it', async (name, parts) => {
    await using world = await startWorld();
    const card = wordsOf(await world.person('vera').command(netOps, `show ${name}`));
    for (const part of parts) expect(card).toContain(part);
  });

  test('lets an ambiguous name be chosen', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const chooser = await vera.command(netOps, 'show edge-01');
    expect(wordsOf(chooser)).toContain('*edge-01* can be 2 circuits. Which one?');
    const card = await vera.press(chooser, 'rg-net-amer/edge-01');
    expect(card.ts).toBe(chooser.ts);
    expect(wordsOf(card)).toContain('Megaport Dallas');
    expect(wordsOf(await vera.command(netOps, 'show rg-net-emea/edge-01'))).toContain('Equinix London2');
  });

  test('names the nearest circuit when there is none of that name, and a way to the list', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const refusal = await vera.command(netOps, 'show lno-01');
    expect(wordsOf(refusal)).toContain(
      'No circuit is called lno-01, and none has that in its name.\nDid you mean *lon-01*?',
    );
    expect(wordsOf(await vera.press(refusal, 'List circuits'))).toContain('*15 circuits*');
    expect(wordsOf(await vera.command(netOps, 'show'))).toContain('Which circuit?');
  });

  test('says so when the circuit behind a button is gone', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const list = await vera.command(netOps, 'list ams-01');
    await world.control.remove('azure/circuits/ams-01');
    await world.poll();
    expect(wordsOf(await vera.press(list, 'Show circuit ams-01'))).toContain(
      'ams-01 is no longer in Azure, or I may no longer read it.',
    );
  });
});
