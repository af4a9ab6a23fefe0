import { describe, expect, test } from 'vitest';
import { channels, directOf } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps, approvals, general, nocPrivate } = channels;

/** Makes a change that everybody with the circuit in mind hears of. */
async function change(world: World, circuit: string, mbps: number): Promise<void> {
  await world.control.post(`azure/circuits/${circuit}/bandwidth`, { mbps });
  await world.poll();
}

describe.concurrent('/circuit subscribe', () => {
  test('tells a channel what it asked for and no other what it did not', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    const subscribed = wordsOf(await omar.command(netOps, 'subscribe location:London kind:bandwidth,sku'));
    expect(subscribed).toContain('*<#C0NETOPS001> is subscribed to* location:London kind:bandwidth,sku');
    expect(subscribed).toContain('3 circuits fit it now.');
    await omar.command(nocPrivate, 'subscribe tag:environment=production');
    await change(world, 'lon-02', 1_000);
    await world.awaitPosts(nocPrivate, 1);
    await world.control.post('azure/circuits/lon-01/provisioning', { state: 'Failed' });
    await change(world, 'nyc-01', 2_000);
    expect((await world.awaitPosts(nocPrivate, 3)).map(({ text }) => text)).toEqual([
      'lon-02: bandwidth 500 Mbps → 1 Gbps',
      "lon-01: Azure's last write failed",
      'nyc-01: bandwidth 1 Gbps → 2 Gbps',
    ]);
    expect((await world.posts(netOps)).map(({ text }) => text)).toEqual([
      'lon-02: bandwidth 500 Mbps → 1 Gbps',
    ]);
    expect(await world.posts(approvals)).toEqual([]);
  });

  test('asked twice changes nothing, and a channel with overlapping subscriptions hears once', async () => {
    await using world = await startWorld();
    const ana = world.person('ana');
    await ana.command(netOps, 'subscribe provider:Megaport');
    expect(wordsOf(await ana.command(netOps, 'subscribe provider:Megaport'))).toContain(
      'was already subscribed to',
    );
    await ana.command(netOps, 'subscribe lon');
    await change(world, 'lon-02', 1_000);
    await change(world, 'lon-01', 2_000);
    const texts = (await world.awaitPosts(netOps, 2)).map(({ text }) => text);
    expect(texts).toEqual(['lon-02: bandwidth 500 Mbps → 1 Gbps', 'lon-01: bandwidth 1 Gbps → 2 Gbps']);
  });

  test('in a direct conversation tells that person alone', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    expect(wordsOf(await vera.command(directOf('vera'), 'subscribe lon-01'))).toContain(
      '*This conversation is subscribed to*',
    );
    await change(world, 'lon-01', 2_000);
    expect((await world.awaitPosts(directOf('vera'), 1))[0]?.text).toBe('lon-01: bandwidth 1 Gbps → 2 Gbps');
  });

  test('is refused where the bot is not a member, with the way in', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const refusal = wordsOf(await vera.command(general, 'subscribe'));
    expect(refusal).toContain(
      'I cannot post in <#C0GENERAL01>: I am not a member of it.\nInvite me with `/invite @Trunkline`',
    );
    await world.control.post('slack/invite', { channel: general });
    expect(wordsOf(await vera.command(general, 'subscribe'))).toContain('*<#C0GENERAL01> is subscribed to*');
    await change(world, 'lon-01', 2_000);
    await world.awaitPosts(general, 1);
  });

  test.each([
    ['subscribe needs:attention', 'needs: cannot be subscribed: it comes and goes'],
    ['subscribe kind:bandwith', 'Did you mean `kind:bandwidth`?'],
    ['subscribe colour:red', 'There is no filter colour:.'],
    ['subscribe location:Atlantis', 'No circuit fits this at the moment.'],
  ])('answers `%s` with: %s', async (text, sentence) => {
    await using world = await startWorld();
    expect(wordsOf(await world.person('vera').command(netOps, text))).toContain(sentence);
  });
});

describe.concurrent('a subscription', () => {
  test('is changed in a modal, which says what is wrong before it saves', async () => {
    await using world = await startWorld();
    const ana = world.person('ana');
    await ana.command(netOps, 'subscribe location:Paris');
    const shown = await ana.command(netOps, 'subscriptions');
    expect(wordsOf(shown)).toContain('• location:Paris\nby <@U0ANA00001>');
    const modal = await ana.pressForModal(shown, 'Change this subscription');
    expect(await ana.submit(modal, { filter: 'state:ready' })).toMatchObject({
      response_action: 'errors',
      errors: { filter: expect.stringContaining('state: cannot be subscribed') },
    });
    const saved = await ana.submit(modal, { filter: 'location:London', kinds: ['bandwidth', 'sku'] });
    expect(saved).toMatchObject({ response_action: 'update' });
    expect(JSON.stringify(saved)).toContain('location:London kind:bandwidth,sku');
    const now = wordsOf(await ana.command(netOps, 'subscriptions'));
    expect(now).toContain('1 subscription*');
    expect(now).toContain('• location:London kind:bandwidth,sku');
  });

  test('that has ended meanwhile is not saved', async () => {
    await using world = await startWorld();
    const ana = world.person('ana');
    const subscribed = await ana.command(netOps, 'subscribe lon');
    const modal = await ana.pressForModal(subscribed, 'Change this subscription');
    await ana.command(netOps, 'unsubscribe');
    expect(JSON.stringify(await ana.submit(modal, { filter: 'ams' }))).toContain(
      'That subscription has ended meanwhile',
    );
    expect(wordsOf(await ana.command(netOps, 'subscriptions'))).toContain('has no subscriptions.*');
  });

  test('ends by its button, by its filters, or all at once', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    for (const filter of ['lon', 'ams', 'nyc', 'sea']) await omar.command(netOps, `subscribe ${filter}`);
    expect(wordsOf(await omar.command(netOps, 'unsubscribe'))).toContain('has 4 subscriptions');
    const shown = await omar.command(netOps, 'subscriptions');
    expect(wordsOf(await omar.press(shown, 'End this subscription'))).toContain(
      'is no longer told of circuit:lon.',
    );
    expect(wordsOf(await omar.command(netOps, 'unsubscribe ams'))).toContain(
      'is no longer told of circuit:ams.',
    );
    expect(wordsOf(await omar.command(netOps, 'unsubscribe all'))).toContain(
      'is no longer told of circuit:nyc; circuit:sea.',
    );
    expect(wordsOf(await omar.command(netOps, 'unsubscribe'))).toContain('has no subscriptions.');
    await change(world, 'lon-01', 2_000);
    expect(await world.posts(netOps)).toEqual([]);
  });
});

const mutedNoMore = 'lon-01 is no longer muted here';

describe.concurrent('a mute', () => {
  test('keeps one circuit quiet in one channel until it is ended, and what it held is told then', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe');
    await omar.command(approvals, 'subscribe');
    await change(world, 'lon-01', 2_000);
    const [alert] = await world.awaitPosts(netOps, 1);
    if (!alert) throw new Error('no alert');
    const muted = await omar.pressForAll(alert, 'Mute 2 h');
    expect(wordsOf(muted)).toMatch(
      /\*lon-01\* is muted in this channel until <!date\^\d+\^.*>, by <@U0OMAR0001>\./u,
    );
    await change(world, 'lon-01', 5_000);
    await change(world, 'nyc-01', 2_000);
    expect((await world.awaitPosts(netOps, 3)).at(-1)?.text).toBe('nyc-01: bandwidth 1 Gbps → 2 Gbps');
    expect((await world.awaitPosts(approvals, 3)).map(({ text }) => text)[1]).toBe(
      'lon-01: bandwidth 2 Gbps → 5 Gbps',
    );
    expect(wordsOf(await omar.command(netOps, 'subscriptions'))).toContain('*lon-01* is muted here until');
    expect(wordsOf(await omar.command(netOps, 'show lon-01'))).toContain('bandwidth 2 Gbps → *5 Gbps*');

    const ended = await world.person('ana').pressForAll(muted, 'Unmute lon-01 in this channel');
    expect(wordsOf(ended)).toContain('*lon-01* is no longer muted in this channel; <@U0ANA00001> ended it.');
    const held = (await world.awaitPosts(netOps, 5)).find(({ text }) => text === mutedNoMore);
    expect(held && wordsOf(held)).toContain('*lon-01* (rg-net-emea) · Bandwidth');
    expect((await world.awaitPosts(approvals, 3)).map(({ text }) => text)).not.toContain(mutedNoMore);
    await change(world, 'lon-01', 10_000);
    expect((await world.awaitPosts(netOps, 6)).at(-1)?.text).toBe('lon-01: bandwidth 5 Gbps → 10 Gbps');
  });

  test('may last longer, by the menu beside it, and ends from the list of subscriptions', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe');
    await change(world, 'lon-01', 2_000);
    const [alert] = await world.awaitPosts(netOps, 1);
    if (!alert) throw new Error('no alert');
    const muted = wordsOf(await omar.pressForAll(alert, 'Mute 7 days'));
    const until = Number(/<!date\^(\d+)\^/u.exec(muted)?.[1]);
    const days = (until - Number(alert.ts)) / 86_400;
    expect(days).toBeGreaterThan(6.9);
    expect(days).toBeLessThan(7.1);
    const shown = await omar.command(netOps, 'subscriptions');
    expect(wordsOf(await omar.pressForAll(shown, 'Unmute lon-01'))).toContain('is no longer muted');
    expect(wordsOf(await omar.command(netOps, 'subscriptions'))).not.toContain('muted');
  });
});
