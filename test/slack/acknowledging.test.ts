import { describe, expect, test } from 'vitest';
import type { VnetLink } from '../../src/domain/circuit/circuit.ts';
import { circuitPayload } from '../../src/slack/blocks/circuit-token.ts';
import { aKnownCircuit } from '../support/a-circuit.ts';
import { type SlackBot, startSlackBot } from '../support/slack-bot.ts';
import { startWebApi } from '../support/slack-web-api.ts';

const known = aKnownCircuit();
const showLondon = { action_id: 'circuit.show', value: circuitPayload(known.circuit) };

/** A bot whose Azure answers when the test lets it. */
async function startWaiting() {
  const azure = Promise.withResolvers<readonly VnetLink[]>();
  const bot = await startSlackBot({
    deps: {
      azure: { listCircuits: () => new Promise(() => {}), listLinks: () => azure.promise },
    },
  });
  await bot.store.commit({ putCircuits: [known] });
  return { bot, azure };
}

const link = { name: 'to-hub', resourceGroup: 'rg', gateway: 'hub-gw', status: 'Connected' };

describe('while Azure hangs', () => {
  test.each<[string, (bot: SlackBot) => Promise<Response>]>([
    ['a command', (bot) => bot.command('show lon-01')],
    ['a press', (bot) => bot.press(showLondon)],
  ])('%s is acknowledged at once and answered when Azure answers', async (_name, act) => {
    const { bot, azure } = await startWaiting();
    await using _ = bot;
    const acknowledged = await act(bot);
    expect([acknowledged.status, await acknowledged.text()]).toEqual([200, '']);
    expect(bot.api.responses()).toEqual([]);
    azure.resolve([link]);
    expect(JSON.stringify(await bot.api.responded(1))).toContain('hub-gw over connection to-hub: Connected');
  });

  test('a press in App Home opens a modal first, which is filled when Azure answers', async () => {
    const { bot, azure } = await startWaiting();
    await using _ = bot;
    await bot.pressInView(showLondon, { type: 'home' });
    expect(JSON.stringify((await bot.api.called('views.open')).body)).toContain('One moment.');
    expect(bot.api.of('views.update')).toEqual([]);
    azure.resolve([link]);
    const update = await bot.api.called('views.update');
    expect(update.body.view_id).toBe('V0OPENED001');
    expect(JSON.stringify(update.body)).toContain('hub-gw over connection to-hub: Connected');
  });

  test('others are answered meanwhile', async () => {
    const { bot, azure } = await startWaiting();
    await using _ = bot;
    await bot.command('show lon-01');
    expect((await bot.ask('list')).words).toContain('*1 circuit*');
    azure.resolve([]);
    await bot.api.responded(2);
  });
});

describe('an answer', () => {
  test('goes to no other host than Slack’s, whatever the request says', async () => {
    await using bot = await startSlackBot();
    const elsewhere = await startWebApi();
    const asked = await bot.command('list', { response_url: elsewhere.responseUrl });
    expect(asked.status).toBe(200);
    await bot.press(
      { action_id: 'circuits.page', value: '{"filter":"","page":0}' },
      {
        response_url: elsewhere.responseUrl,
      },
    );
    expect((await bot.ask('help')).words).toContain('What /circuit can do');
    expect(elsewhere.calls).toEqual([]);
    expect(bot.log()).toContain('a Slack request to a host that is not Slack was refused');
    expect(bot.log()).not.toContain('response-secret');
    await elsewhere.close();
  });

  test('is for the asker alone', async () => {
    await using bot = await startSlackBot();
    for (const text of ['', 'help', 'list', 'show', 'subscribe', 'subscriptions', 'unsubscribe', 'whoami']) {
      expect((await bot.ask(text)).ephemeral, text).toBe(true);
    }
  });

  test('replaces the list that only the asker sees, and no message that others see', async () => {
    await using bot = await startSlackBot();
    const next = { action_id: 'circuits.page', value: '{"filter":"","page":1}' };
    expect((await bot.pressed(next)).replaces).toBe(true);
    const container = { type: 'message', is_ephemeral: false };
    expect((await bot.pressed(next, { container })).replaces).toBe(false);
  });
});
