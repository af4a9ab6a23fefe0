import { describe, expect, test } from 'vitest';
import { aKnownCircuit } from '../../support/a-circuit.ts';
import { startSlackBot } from '../../support/slack-bot.ts';

const nextPage = { action_id: 'circuits.page', value: '{"filter":"","page":1}' };
const refuse = (error: string) => ({ body: { ok: false, error } });

describe('a press in a modal', () => {
  test('is answered in a modal on top of it', async () => {
    await using bot = await startSlackBot();
    await bot.pressInView(nextPage, { type: 'modal' });
    expect((await bot.api.called('views.update')).body.view_id).toBe('V0PUSHED001');
  });

  test('is answered in the same modal when Slack stacks no more', async () => {
    await using bot = await startSlackBot({ answers: { 'views.push': refuse('push_limit_reached') } });
    await bot.pressInView(nextPage, { type: 'modal' });
    expect((await bot.api.called('views.update')).body.view_id).toBe('V0SHOWN0001');
  });
});

describe('the filter modal', () => {
  const submitted = (text: string, channel: string) => ({
    callback_id: 'circuits.filter',
    private_metadata: channel,
    state: { values: { filter: { 'filter.text': { value: text } } } },
  });

  test('says what is wrong under its field', async () => {
    await using bot = await startSlackBot();
    for (const [text, words] of [
      ['colour:red', 'There is no filter colour:.'],
      ['"open', 'A quote was opened and not closed.'],
      ['needs:coffee', 'needs: cannot be coffee. It can be attention.'],
      ['x '.repeat(120), 'Written out, that filter is'],
    ] as const) {
      const answer: unknown = await (await bot.submit(submitted(text, 'C0NETOPS001'))).json();
      expect(answer).toMatchObject({
        response_action: 'errors',
        errors: { filter: expect.stringContaining(words) },
      });
    }
  });

  test('shows the list where its button was pressed, to the person alone', async () => {
    await using bot = await startSlackBot();
    await bot.store.commit({ putCircuits: [aKnownCircuit()] });
    const answer = await bot.submit(submitted('location:London', 'C0NETOPS001'));
    expect(await answer.text()).toBe('');
    const { body } = await bot.api.called('chat.postEphemeral');
    expect(body).toMatchObject({ channel: 'C0NETOPS001', user: 'U0OMAR0001' });
    expect(JSON.stringify(body)).toContain('*1 of 1 circuit* fits location:London');
  });

  test('shows the list to the person directly where the bot cannot post', async () => {
    await using bot = await startSlackBot({ answers: { 'chat.postEphemeral': refuse('not_in_channel') } });
    await bot.submit(submitted('', 'C0GENERAL01'));
    expect((await bot.api.called('chat.postMessage')).body.channel).toBe('U0OMAR0001');
  });

  test.each(['', 'D0OMAR0001'])('shows the list in itself when it was opened from "%s"', async (channel) => {
    await using bot = await startSlackBot();
    const answer: unknown = await (await bot.submit(submitted('', channel))).json();
    expect(answer).toMatchObject({ response_action: 'update', view: { type: 'modal' } });
  });
});

describe('the subscription modal', () => {
  test('says that its subscription has ended meanwhile', async () => {
    await using bot = await startSlackBot();
    for (const metadata of ['{"id":"s1","channelId":"C0NETOPS001"}', 'garbage', '']) {
      const answer = await bot.submit({ callback_id: 'subscription.edit', private_metadata: metadata });
      expect(await answer.text()).toContain('That subscription has ended meanwhile; nothing was saved.');
    }
  });
});
