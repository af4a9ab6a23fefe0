import { describe, expect, test } from 'vitest';
import { aSubscription } from '../support/a-subscription.ts';
import { startSlackBot } from '../support/slack-bot.ts';
import {
  actionPayload,
  asForm,
  asPayload,
  commandFields,
  submissionPayload,
} from '../support/slack-request.ts';

const home = { type: 'app_home_opened', user: 'U0OMAR0001', tab: 'home', channel: 'D0OMAR0001' };
const listButton = { action_id: 'circuits.page', value: '{"filter":"","page":0}' };
const partner = { id: 'U0XENIA001', team_id: 'T0PARTNER1' };

describe('a delivery that comes again', () => {
  test('as a command is answered once and acknowledged twice', async () => {
    await using bot = await startSlackBot();
    const form = asForm(commandFields(bot.api.responseUrl, 'whoami'));
    expect((await bot.send(form)).status).toBe(200);
    expect((await bot.send(form)).status).toBe(200);
    expect((await bot.ask('help')).words).toContain('What /circuit can do');
    expect(bot.api.responses()).toHaveLength(2);
  });

  test('as a press is answered once and acknowledged twice', async () => {
    await using bot = await startSlackBot();
    const form = asPayload(actionPayload(bot.api.responseUrl, listButton));
    expect((await bot.send(form)).status).toBe(200);
    expect((await bot.send(form)).status).toBe(200);
    await bot.ask('help');
    expect(bot.api.responses()).toHaveLength(2);
  });

  test('as a submission is carried out once', async () => {
    await using bot = await startSlackBot();
    await bot.store.commit({ putSubscriptions: [aSubscription('s1', 'C0NETOPS001', '')] });
    const values = { filter: { 'filter.text': { value: 'location:London' } } };
    const view = {
      callback_id: 'subscription.edit',
      private_metadata: '{"id":"s1","channelId":"C0NETOPS001"}',
      state: { values },
    };
    const form = asPayload(submissionPayload(view));
    expect(await (await bot.send(form)).text()).toContain('is subscribed to');
    const again = await bot.send(form);
    expect([again.status, await again.text()]).toEqual([200, '']);
  });

  test('as an event is carried out once, whichever retry it is', async () => {
    await using bot = await startSlackBot();
    for (const retry of ['0', '1', '2']) {
      const headers = { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' };
      expect((await bot.event(home, 'Ev1', { headers })).status).toBe(200);
    }
    await bot.event({ ...home, user: 'U0ANA00001' }, 'Ev2');
    await bot.api.called('views.publish');
    await bot.ask('help');
    const users = bot.api.of('views.publish').map(({ body }) => body.user_id);
    expect(users.sort()).toEqual(['U0ANA00001', 'U0OMAR0001']);
  });
});

describe('a person of another workspace', () => {
  const refusal = 'Trunkline answers people of the workspace that runs it';

  test('is turned away, whatever is typed', async () => {
    await using bot = await startSlackBot();
    for (const text of ['list', 'help', 'subscribe', 'whoami', 'nonsense']) {
      const told = await bot.ask(text, { user_id: partner.id, team_id: partner.team_id });
      expect(told.words).toContain(refusal);
      expect(told.ephemeral).toBe(true);
    }
    expect(await bot.store.subscriptions()).toEqual([]);
  });

  test('is turned away, whatever is pressed', async () => {
    await using bot = await startSlackBot();
    for (const action of [
      listButton,
      { action_id: 'subscription.end.all', value: '{"id":"","channelId":"C0NETOPS001"}' },
    ]) {
      const told = await bot.pressed(action, { user: partner });
      expect(told.words).toContain(refusal);
      expect(told.replaces).toBe(false);
    }
  });

  test('submits nothing', async () => {
    await using bot = await startSlackBot();
    await bot.store.commit({ putSubscriptions: [aSubscription('s1', 'C0NETOPS001', '')] });
    const view = {
      callback_id: 'subscription.edit',
      private_metadata: '{"id":"s1","channelId":"C0NETOPS001"}',
    };
    const answer = await bot.submit(view, { user: partner });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await bot.store.subscriptions()).toEqual([aSubscription('s1', 'C0NETOPS001', '')]);
  });

  test.each([
    ['of the same enterprise', 'E0TRUNK001', 'Subscriptions of this channel'],
    ['of another enterprise', 'E0PARTNER1', refusal],
  ])('%s gets: %s', async (_name, enterprise, words) => {
    const whoAmI = { ok: true, team_id: 'T0TRUNK001', enterprise_id: 'E0TRUNK001', user_id: 'U0TRUNKBOT' };
    await using bot = await startSlackBot({ answers: { 'auth.test': { body: whoAmI } } });
    const theirs = { team_id: 'T0SISTER01', enterprise_id: enterprise };
    expect((await bot.ask('subscriptions', theirs)).words).toContain(words);
    const press = { user: { id: 'U1', team_id: 'T0SISTER01' }, enterprise: { id: enterprise } };
    const expected = enterprise === 'E0TRUNK001' ? 'No circuits known yet' : refusal;
    expect((await bot.pressed(listButton, press)).words).toContain(expected);
  });
});
