import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { type Store, StoreFault } from '../../src/usecases/store.ts';
import { aSubscription } from '../support/a-subscription.ts';
import { eventually } from '../support/eventually.ts';
import { botToken, startSlackBot } from '../support/slack-bot.ts';

const serviceKey = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
const secrets = [botToken, serviceKey, 'response-secret', 'bearer-secret', 'sig-secret'];

/** An error as libraries make them: its causes are full of what must not be seen. */
const loaded = new Error(`cannot read with ${botToken}`, {
  cause: new Error('GET https://blob.example/x?sig=sig-secret with Bearer bearer-secret', {
    cause: new Error(`"serviceKey": "${serviceKey}" https://hooks.slack.com/commands/T1/2/response-secret`),
  }),
});

/** A store of which nothing can be read, or nothing written. */
function failingStore(part: 'reads' | 'writes', error: Error): Store {
  const store = createMemoryStore();
  const fail = () => Promise.reject(error);
  return part === 'reads'
    ? { ...store, circuits: fail, subscriptions: fail, mutes: fail }
    : { ...store, commit: fail };
}

function expectNoSecret(text: string): void {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** The mark by which the asker's answer is found in the log. */
const markIn = (words: string) => /`([0-9a-f]{8})`/u.exec(words)?.[1] ?? 'no mark';

describe('something that breaks', () => {
  test('in a command is told to the asker, and found in the log without its secrets', async () => {
    await using bot = await startSlackBot({ deps: { store: failingStore('reads', loaded) } });
    const { words } = await bot.ask('list');
    expect(words).toContain('That went wrong on my side.');
    expect(bot.log()).toContain(markIn(words));
    expect(bot.log()).toContain('cannot read with [slack token]');
    expectNoSecret(`${words}${bot.log()}`);
  });

  test.each([
    ['circuits.page', '{"filter":"","page":0}'],
    ['circuit.show', '{"circuit":"0123","name":"lon-01"}'],
    ['circuit.mute', '{"circuit":"0123","name":"lon-01"}'],
    ['circuit.unmute', '{"circuit":"0123","name":"lon-01"}'],
    ['subscription.edit', '{"id":"s1","channelId":"C0NETOPS001"}'],
    ['subscription.end', '{"id":"s1","channelId":"C0NETOPS001"}'],
  ])('when `%s` is pressed is told to the presser', async (actionId, value) => {
    await using bot = await startSlackBot({ deps: { store: failingStore('reads', loaded) } });
    const { words, replaces } = await bot.pressed({ action_id: actionId, value });
    expect(words).toContain('That went wrong on my side.');
    expect(replaces && actionId !== 'circuits.page').toBe(false);
    expect(bot.log()).toContain(markIn(words));
    expectNoSecret(`${words}${bot.log()}`);
  });

  test('in App Home is told in the modal', async () => {
    await using bot = await startSlackBot({ deps: { store: failingStore('reads', loaded) } });
    await bot.pressInView({ action_id: 'circuits.page', value: '{"filter":"","page":0}' }, { type: 'home' });
    expect(JSON.stringify((await bot.api.called('views.update')).body)).toContain(
      'That went wrong on my side.',
    );
  });

  test('when App Home is opened is logged without its secrets', async () => {
    await using bot = await startSlackBot({ deps: { store: failingStore('reads', loaded) } });
    await bot.event({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' }, 'Ev1');
    await eventually(() => expect(bot.log()).toContain('a Slack request failed'));
    expectNoSecret(bot.log());
  });

  test('when a modal is saved is told in the modal', async () => {
    const full = new StoreFault('unwritable', 'the disk is full');
    const store = failingStore('writes', full);
    const subscriptions = async () => [aSubscription('s1', 'C0NETOPS001', '')];
    await using bot = await startSlackBot({ deps: { store: { ...store, subscriptions } } });
    const values = { filter: { 'filter.text': { value: 'location:London' } } };
    const answer = await bot.submit({
      callback_id: 'subscription.edit',
      private_metadata: '{"id":"s1","channelId":"C0NETOPS001"}',
      state: { values },
    });
    expect(await answer.text()).toContain('I could not write that down, so nothing was changed.');
  });

  test.each(['Azure did not answer (ECONNREFUSED)', 'TooManyRequests: Try again later.'])(
    'in Azure is told with Azure’s words (%s), as to be tried again',
    async (message) => {
      const away = new AzureFault('unreachable', message);
      await using bot = await startSlackBot({ deps: { store: failingStore('reads', away) } });
      const { words } = await bot.ask('list');
      expect(words).toContain(`:warning: ${message.replace(/\.$/u, '')}.\nNothing was changed.`);
      expect(words).toContain('Try again in a minute.');
    },
  );

  test('in the store is told as not done', async () => {
    const full = new StoreFault('unwritable', 'the disk is full');
    await using bot = await startSlackBot({ deps: { store: failingStore('writes', full) } });
    expect((await bot.ask('subscribe')).words).toContain(
      'I could not write that down, so nothing was changed.',
    );
  });

  test('in Slack’s Web API is told where it can be', async () => {
    await using bot = await startSlackBot({
      answers: { 'conversations.info': { body: { ok: false, error: 'missing_scope' } } },
    });
    expect((await bot.ask('subscribe')).words).toContain(
      'Slack did not tell whether I am in this channel (missing_scope).',
    );
  });
});
