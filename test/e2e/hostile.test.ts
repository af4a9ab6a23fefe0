import { describe, expect, test } from 'vitest';
import { startArmProxy } from '../support/arm-proxy.ts';
import { firstSightPosts } from '../support/first-sight.ts';
import { channels, people } from '../support/person.ts';
import { formattedTextsOf, wordsOf } from '../support/reading.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;
const ping = '<!channel> <@U0ADAM0001> *bold* `code` \u0007\u202e & <https://evil.example|here>';
/** The same without a slash, which no name may have. */
const unspellable = ping.replaceAll('/', '');

/** What Slack would obey in what the bot sent: pings and links that it did not make itself. */
const obeyed = /<!(?:channel|here|everyone)|<@U0ADAM0001|<https:\/\/evil|\*bold\*|`code`/u;

async function expectNothingObeyed(world: World): Promise<void> {
  for (const user of Object.values(people)) {
    for (const channel of [netOps, `D${user.slice(1)}`]) {
      const seen = await world.control.messages(channel, user).catch(() => []);
      for (const message of seen.filter((one) => one.user === 'U0TRUNKBOT')) {
        expect(formattedTextsOf(message).join('\n')).not.toMatch(obeyed);
      }
    }
    for (const view of await world.control.views(user))
      expect(formattedTextsOf(view).join('\n')).not.toMatch(obeyed);
  }
}

describe.concurrent('nobody is pinged and nothing breaks', () => {
  test('by a circuit whose name, group, provider and tags are hostile', async () => {
    await using world = await startWorld({
      env: { ALERTS_CHANNEL: netOps },
      prepare: (control) =>
        control.post('azure/circuits', {
          name: unspellable,
          resourceGroup: 'rg <!here>',
          provider: `Evil ${ping}`,
          peeringLocation: '<!everyone>',
          tags: { '<!channel>': ping, long: `<!here> ${'x'.repeat(500)}`, multi: 'a\nb' },
        }),
    });
    const vera = world.person('vera');
    await world.awaitPosts(netOps, firstSightPosts);
    const found = await vera.command(netOps, 'list provider:evil');
    expect(wordsOf(found)).toContain('&lt;!channel&gt; &lt;@U0ADAM0001&gt; bold code');
    expect(wordsOf(await vera.command(netOps, 'show U0ADAM'))).toContain('created, not ordered yet');
    await vera.openHome();
    const address = encodeURIComponent(unspellable);
    await world.control.post(`azure/circuits/${address}/provider`, { state: '<!channel> *bold*' });
    await world.poll();
    const alert = (await world.awaitPosts(netOps, firstSightPosts + 1)).at(-1);
    if (!alert) throw new Error('no alert');
    expect(wordsOf(alert)).toContain('provider state NotProvisioned → *&lt;!channel&gt; bold*');
    await vera.pressForAll(alert, 'Mute 2 h');
    await vera.command(netOps, 'subscriptions');
    await vera.command(netOps, 'list state:"<!channel> *bold*"');
    await world.control.remove(`azure/circuits/${address}`);
    await world.poll();
    await expectNothingObeyed(world);
  });

  test('by names and words longer than Azure allows', async () => {
    await using world = await startWorld({ withoutBot: true });
    await using arm = await startArmProxy(world.url);
    const long = `${'n'.repeat(495)}<!channel>`;
    arm.reword((body) => body.replaceAll('sea-01', long).replaceAll('"Zayo"', `"${'p'.repeat(500)}"`));
    await world.startBot({ AZURE_ARM_URL: arm.armUrl, ALERTS_CHANNEL: netOps });
    const vera = world.person('vera');
    await world.awaitPosts(netOps, firstSightPosts);
    expect(wordsOf(await vera.command(netOps, 'list nnnn'))).toContain('nnnn…');
    expect(wordsOf(await vera.command(netOps, 'show nnnn'))).toContain('created, not ordered yet');
    await vera.openHome();
    await world.control.post('azure/circuits/sea-01/bandwidth', { mbps: 200 });
    await world.poll();
    const alert = (await world.awaitPosts(netOps, firstSightPosts + 1)).at(-1);
    expect(alert && wordsOf(alert)).toContain('bandwidth 100 Mbps → *200 Mbps*');
    await expectNothingObeyed(world);
  });

  test('by what Azure says of its own trouble', async () => {
    await using world = await startWorld({ withoutBot: true });
    await using arm = await startArmProxy(world.url);
    await world.startBot({ AZURE_ARM_URL: arm.armUrl });
    arm.reword((body) =>
      body.replaceAll('temporarily unavailable', `<!channel> *bold* ${'y'.repeat(3_000)}`),
    );
    await world.control.post('faults', { target: 'azure', kind: 'error' });
    await world.poll();
    const vera = world.person('vera');
    expect(wordsOf(await vera.command(netOps, 'list'))).toContain('&lt;!channel&gt; bold');
    await vera.command(netOps, 'show lon-01');
    await vera.openHome();
    await expectNothingObeyed(world);
  });

  test.each([
    [`show ${ping}`, 'No circuit is called'],
    [`list colour:${'<!here>'.repeat(50)}`, 'There is no filter colour:.'],
    [`list ${ping}`, 'No circuit fits'],
    ['list "<!channel>', 'A quote was opened and not closed.'],
    [`subscribe circuit:"${ping.replaceAll('"', '')}"`, 'No circuit fits this at the moment.'],
    ['list\u0000\u0007\n\r \u200bstate:ready', 'fit state:ready'],
    ['help <!channel>', 'There is no /circuit command'],
    ['<@U0ADAM0001>', 'There is no /circuit command'],
  ])('by the command %j', async (text, sentence) => {
    await using world = await startWorld();
    const vera = world.person('vera');
    expect(wordsOf(await vera.command(netOps, text))).toContain(sentence);
    await vera.command(netOps, 'subscriptions');
    await expectNothingObeyed(world);
  });

  test('by a command of 5,000 characters', async () => {
    await using world = await startWorld();
    const answer = await world.person('vera').command(netOps, `list ${'x'.repeat(4_995)}`);
    expect(wordsOf(answer)).toContain('That is 5000 characters long; at most 1000 are read.');
  });

  test('by a modal that is filled with such things', async () => {
    await using world = await startWorld();
    const vera = world.person('vera');
    const modal = await vera.pressForModal(await vera.command(netOps, 'list'), 'Filter the list of circuits');
    expect(await vera.submit(modal, { filter: `${ping} colour:x` })).toMatchObject({
      response_action: 'errors',
    });
    await vera.sees(netOps, () => vera.submit(modal, { filter: `"${ping}"` }));
    await expectNothingObeyed(world);
  });
});
