import { describe, expect, test } from 'vitest';
import type { Access } from '../../../src/domain/access/grant.ts';
import { circuitPayload, circuitToken } from '../../../src/slack/blocks/circuit-token.ts';
import { commands } from '../../../src/slack/commands/help.ts';
import {
  aChange,
  aCircuitRef,
  aKnownCircuit,
  subscription1,
  subscription2,
  t0,
} from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { aGrant } from '../../support/an-access.ts';
import { type SlackBot, startSlackBot } from '../../support/slack-bot.ts';

const omar = 'U0OMAR0001';
const seen = aKnownCircuit();
const hidden = aKnownCircuit({ name: 'par-02', resourceGroup: 'rg-secret' });
const onRgNet = { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-net' } as const;

/** Omar, who types and presses here, may look at the resource group of lon-01. Ana may look at everything. */
const scoped: Access = {
  reads: 'granted',
  grants: [
    aGrant({ role: 'viewer', to: [omar], on: onRgNet }),
    aGrant({ role: 'approver', to: ['U0ANA00001'] }),
  ],
};
const others: Access = { reads: 'granted', grants: [aGrant({ to: ['U0ANA00001', 'S0OPERATR1'] })] };

async function startWithBoth(access: Access): Promise<SlackBot> {
  const answers = { 'usergroups.users.list': { body: { ok: true, users: [] } } };
  const bot = await startSlackBot({ access, answers });
  const mute = { channelId: 'C0NETOPS001', byUserId: 'U0ANA00001', until: Date.now() + 3_600_000 };
  await bot.store.commit({
    putCircuits: [seen, hidden],
    putMutes: [seen, hidden].map(({ circuit }) => ({
      ...mute,
      circuitId: circuit.id,
      circuitName: circuit.name,
    })),
  });
  return bot;
}

describe('a person with a scope', () => {
  test.each([
    ['list', '*1 circuit*'],
    ['list par-02', '*No circuit fits* circuit:par-02.'],
    ['show par-02', 'No circuit is called par-02, and none has that in its name.'],
    ['show lon-01', '*lon-01* · ready, no routing yet'],
    ['show secret', 'No circuit is called secret'],
    [`show ${hidden.circuit.id}`, 'No circuit is called'],
    ['subscriptions', '*lon-01* is muted here'],
    ['subscribe', 'whoever makes it must be allowed to look at all that can fit it.'],
    ['help', 'What /circuit can do'],
  ])('types %s and sees only circuits within it: %s', async (text, words) => {
    await using bot = await startWithBoth(scoped);
    const told = await bot.ask(text);
    expect(told.words).toContain(words);
    expect(told.words.replace(text, '')).not.toMatch(/par-02\*|rg-secret(?!\/providers)/u);
  });

  test.each([
    ['circuit.show', circuitPayload(hidden.circuit)],
    ['circuit.choose', circuitToken(hidden.circuit.id)],
    ['catch-up.choose', circuitToken(hidden.circuit.id)],
    ['circuit.mute', circuitPayload(hidden.circuit)],
    ['circuit.mute.for', `7d.${circuitToken(hidden.circuit.id)}`],
    ['circuit.unmute', circuitPayload(hidden.circuit)],
  ])('is refused a circuit out of it when they press %s, and told who can', async (actionId, value) => {
    await using bot = await startWithBoth(scoped);
    const before = await bot.store.mutes();
    const told = await bot.pressed({ action_id: actionId, value, selected_option: { value } });
    expect(told.words).toContain('You need the role viewer, operator or approver on *par-02* for that.');
    expect(told.words).toContain('These can: <@U0ANA00001>.');
    expect(await bot.store.mutes()).toEqual(before);
    expect(bot.api.of('chat.postMessage')).toEqual([]);
  });

  test('presses Show and Unmute on what is within it', async () => {
    await using bot = await startWithBoth(scoped);
    const value = circuitPayload(seen.circuit);
    expect((await bot.pressed({ action_id: 'circuit.show', value })).words).toContain('*lon-01* · ready');
    await bot.press({ action_id: 'circuit.unmute', value });
    await bot.api.called('chat.postMessage');
    expect((await bot.store.mutes()).map(({ circuitName }) => circuitName)).toEqual(['par-02']);
  });

  test('pages and filters only what is within it', async () => {
    await using bot = await startWithBoth(scoped);
    const value = JSON.stringify({ filter: 'circuit:02', page: 0 });
    expect((await bot.pressed({ action_id: 'circuits.page', value })).words).toContain('*No circuit fits*');
    const values = { filter: { 'filter.text': { value: 'circuit:02' } } };
    const answer = await bot.submit({ callback_id: 'circuits.filter', state: { values } });
    expect(JSON.stringify(await answer.json())).toContain('1 circuit is known');
  });

  test('opens an App Home with only what is within it', async () => {
    await using bot = await startWithBoth(scoped);
    await bot.event({ type: 'app_home_opened', user: omar, tab: 'home', channel: 'D1' }, 'Ev1');
    const home = JSON.stringify((await bot.api.called('views.publish')).body);
    expect(home).toContain('*1 circuit* watched');
    expect(home).not.toContain('par-02');
  });
});

describe('a subscription', () => {
  const inSubscription = (subscriptionId: string): Access => ({
    reads: 'granted',
    grants: [
      aGrant({ role: 'viewer', to: [omar], on: { kind: 'subscription', subscriptionId } }),
      aGrant({ to: ['U0ANA00001'] }),
    ],
  });
  const submitted = (bot: SlackBot, text: string) =>
    bot.submit({
      callback_id: 'subscription.edit',
      private_metadata: JSON.stringify({ id: 's1', channelId: 'C0NETOPS001' }),
      state: { values: { filter: { 'filter.text': { value: text } } } },
    });

  test('can be made of the whole Azure subscription that one may look at', async () => {
    await using bot = await startWithBoth(inSubscription(subscription1));
    const told = await bot.ask(`subscribe subscription:${subscription1}`);
    expect(told.words).toContain('is subscribed to');
  });

  test.each([
    '',
    `subscription:${subscription2}`,
    `subscription:${subscription1.slice(0, 8)}`,
    'location:London',
  ])('is refused of what one may not look at: %j', async (filter) => {
    await using bot = await startWithBoth(inSubscription(subscription1));
    const told = await bot.ask(`subscribe ${filter}`);
    expect(told.words).toContain(`Narrow it with subscription:${subscription1}`);
    expect(await bot.store.subscriptions()).toEqual([]);
  });

  test('is not widened in its modal either', async () => {
    await using bot = await startWithBoth(inSubscription(subscription1));
    const narrow = aSubscription('s1', 'C0NETOPS001', `subscription:${subscription1}`);
    await bot.store.commit({ putSubscriptions: [narrow] });
    const answer = await submitted(bot, 'location:London');
    expect(JSON.stringify(await answer.json())).toContain('Narrow it with subscription:');
    expect(await bot.store.subscriptions()).toEqual([narrow]);
  });

  test('names who may look at everything to whoever may look at single places only', async () => {
    await using bot = await startWithBoth(scoped);
    expect((await bot.ask('subscribe circuit:lon-01')).words).toContain('These can: <@U0ANA00001>.');
  });

  test('of a channel that is brought back tells all that it missed, also what the person may not look at', async () => {
    await using bot = await startWithBoth(scoped);
    await bot.store.commit({
      putSubscriptions: [aSubscription('s1', 'C0NETOPS001', '')],
      putSuspensions: [{ channelId: 'C0NETOPS001', reason: 'archived', since: t0 - 1 }],
      addChanges: [aChange({ circuit: aCircuitRef(hidden.circuit) })],
      removeMutes: [{ channelId: 'C0NETOPS001', circuitId: hidden.circuit.id }],
    });
    const value = JSON.stringify({ id: '', channelId: 'C0NETOPS001' });
    await bot.pressed({ action_id: 'channel.resume', value });
    expect(JSON.stringify(await bot.store.owed())).toContain('par-02');
  });
});

describe('a person without any role', () => {
  const sentence = 'You need the role viewer, operator or approver for that.';
  const open = ['help', 'whoami'];

  test.each(commands.filter(({ name }) => !open.includes(name)).map(({ name }) => [name]))(
    'is refused %s, and told who can',
    async (name) => {
      await using bot = await startWithBoth(others);
      const told = await bot.ask(`${name} lon-01`);
      expect(told.words).toContain(sentence);
      expect(told.words).toContain('These can: <@U0ANA00001>, <!subteam^S0OPERATR1>.');
    },
  );

  test.each(['circuit.show', 'circuits.page', 'circuits.filter', 'subscription.edit', 'request.approve'])(
    'is refused a press of %s',
    async (actionId) => {
      await using bot = await startWithBoth(others);
      expect((await bot.pressed({ action_id: actionId, value: '{}' })).words).toContain(sentence);
      expect(bot.api.of('views.open')).toEqual([]);
    },
  );

  test('is refused in the filter’s modal', async () => {
    await using bot = await startWithBoth(others);
    const answer = await bot.submit({ callback_id: 'circuits.filter', state: { values: {} } });
    expect(JSON.stringify(await answer.json())).toContain(sentence);
  });

  test('finds the sentence in App Home, and no circuit', async () => {
    await using bot = await startWithBoth(others);
    await bot.event({ type: 'app_home_opened', user: omar, tab: 'home', channel: 'D1' }, 'Ev1');
    const home = JSON.stringify((await bot.api.called('views.publish')).body);
    expect(home).toContain(sentence);
    expect(home).not.toMatch(/lon-01|par-02/u);
  });

  test.each(open)('is answered %s', async (text) => {
    await using bot = await startWithBoth(others);
    expect((await bot.ask(text)).words).not.toContain(sentence);
  });

  test('may look all the same where everybody may', async () => {
    await using bot = await startWithBoth({ reads: 'everybody', grants: [] });
    expect((await bot.ask('list')).words).toContain('*2 circuits*');
  });
});

describe('when Slack does not tell who is in the groups', () => {
  test('whoever only a group could let in is told so', async () => {
    const answers = { 'usergroups.users.list': { body: { ok: false, error: 'internal_error' } } };
    await using bot = await startSlackBot({ access: others, answers });
    const told = await bot.ask('list');
    expect(told.words).toContain('I cannot tell whether you may do that: Slack does not tell me');
    expect(told.words).toContain('Try again in a minute.');
  });
});
