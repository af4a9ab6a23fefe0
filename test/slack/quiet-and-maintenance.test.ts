import { describe, expect, test } from 'vitest';
import type { Access } from '../../src/domain/access/grant.ts';
import { aKnownCircuit, subscription1 } from '../support/a-circuit.ts';
import { aGrant, anAccess } from '../support/an-access.ts';
import { type SlackBot, startSlackBot } from '../support/slack-bot.ts';

const operator = anAccess(aGrant());
const here = 'C0NETOPS001';
const said = (bot: SlackBot) =>
  bot.api.called('chat.postMessage').then(({ body }) => JSON.stringify(body).replaceAll('\\"', '"'));

async function start(access: Access = operator): Promise<SlackBot> {
  const bot = await startSlackBot({ access });
  const secret = aKnownCircuit({ name: 'par-02', resourceGroup: 'rg-secret' });
  await bot.store.commit({ putCircuits: [aKnownCircuit(), secret] });
  return bot;
}

const submit = (bot: SlackBot, callback: string, values: object) =>
  bot
    .submit({
      callback_id: callback,
      private_metadata: JSON.stringify({ channelId: here, metadata: '' }),
      state: { values },
    })
    .then((answer) => answer.text());

describe('quiet hours', () => {
  test('are set for the channel, which is told, and shown with what keeps it quiet', async () => {
    await using bot = await start();
    await bot.command('quiet 22:00-07:00 London weekdays');
    expect(await said(bot)).toContain('*22:00–07:00 (Europe/London), on weekdays*');
    expect((await bot.ask('quiet')).words).toContain('is quiet 22:00–07:00 (Europe/London), on weekdays*');
    expect((await bot.ask('subscriptions')).words).toContain('Quiet 22:00–07:00');
    expect((await bot.store.dueAudit()).map(({ act }) => act)).toContain('quiet');
  });

  test('are ended, once', async () => {
    await using bot = await start();
    const hours = { channelId: here, fromMinute: 0, toMinute: 60, days: [], zone: 'UTC', byUserId: 'U1' };
    await bot.store.commit({ putQuietHours: [hours] });
    await bot.command('quiet off');
    expect(await said(bot)).toContain('ended the quiet hours of this channel');
    expect((await bot.ask('quiet off')).words).toContain('has no quiet hours');
  });

  test.each([
    ['quiet 22:00-07:00', 'In which time zone?'],
    ['quiet 22:00-07:00 Londn', 'Londn is neither a time, a day nor a time zone.'],
    ['quiet London', 'From when to when?'],
    ['quiet 7-7 London', 'The hours would last the whole day.'],
  ])('that are mistyped are refused: %s', async (text, words) => {
    await using bot = await start();
    expect((await bot.ask(text)).words).toContain(words);
    expect(await bot.store.quietHours()).toEqual([]);
  });

  test('are filled in, in a form', async () => {
    await using bot = await start();
    await bot.press({ action_id: 'channel.quiet', value: 'quiet' });
    await bot.api.called('views.open');
    const form = (zone: string) => ({
      'quiet.from': { 'quiet.from': { selected_time: '22:00' } },
      'quiet.to': { 'quiet.to': { selected_time: '07:00' } },
      'quiet.zone': { 'quiet.zone': { value: zone } },
      'quiet.days': { 'quiet.days': { selected_options: [{ value: '6' }, { value: '9' }] } },
    });
    expect(await submit(bot, 'channel.quiet', form('Atlantis'))).toContain(
      '"quiet.zone":"Atlantis is neither',
    );
    expect(await submit(bot, 'channel.quiet', form(''))).toContain('"quiet.zone":"In which time zone?');
    expect(await submit(bot, 'channel.quiet', form('tokyo'))).toContain('clear');
    expect(await bot.store.quietHours()).toMatchObject([
      { channelId: here, fromMinute: 1_320, toMinute: 420, zone: 'Asia/Tokyo', days: [6] },
    ]);
  });

  test('are not for who may not plan, in no way', async () => {
    await using bot = await start(anAccess(aGrant({ role: 'approver' })));
    const sentence = 'You need the role operator for that.';
    expect((await bot.ask('quiet 22-7 London')).words).toContain(sentence);
    expect((await bot.ask('quiet off')).words).toContain(sentence);
    expect((await bot.pressed({ action_id: 'channel.quiet', value: 'quiet' })).words).toContain(sentence);
    expect((await bot.pressed({ action_id: 'channel.quiet.end', value: 'quiet' })).words).toContain(sentence);
    expect(await bot.store.quietHours()).toEqual([]);
  });
});

const form = (circuits: string, from = Math.floor(Date.now() / 1_000)) => ({
  'maintenance.from': { 'maintenance.from': { selected_date_time: from } },
  'maintenance.length': { 'maintenance.length': { selected_option: { value: '2h' } } },
  'maintenance.circuits': { 'maintenance.circuits': { value: circuits } },
  'maintenance.effect': { 'maintenance.effect': { selected_option: { value: 'hold' } } },
  'maintenance.note': { 'maintenance.note': { value: 'new router' } },
});

describe('maintenance', () => {
  test('is planned in a line, told to the channel, listed and ended', async () => {
    await using bot = await start();
    await bot.command('maintenance lon-01 for 2h hold note new router');
    expect(await said(bot)).toContain('1 circuit fits it now.');
    const [window] = await bot.store.maintenanceWindows();
    expect(window).toMatchObject({ effect: 'hold', note: 'new router', filter: [{ value: 'lon-01' }] });
    expect((await bot.ask('maintenance')).words).toContain('alerts wait until it is over');
    expect((await bot.ask('subscriptions')).words).toContain('1 under way, 0 planned');
    await bot.press({ action_id: 'maintenance.end', value: JSON.stringify({ window: window?.id }) });
    await expect
      .poll(async () => JSON.stringify(bot.api.of('chat.postMessage')))
      .toContain('ended maintenance');
    expect((await bot.ask('maintenance')).words).toContain('*No maintenance is planned.*');
    expect((await bot.ask(`maintenance end ${window?.id}`)).words).toContain('I know no maintenance');
  });

  test('is planned in a form, with the circuits that were typed', async () => {
    await using bot = await start();
    await bot.command('maintenance location:London');
    expect(JSON.stringify((await bot.api.called('views.open')).body)).toContain('location:London');
    expect(await submit(bot, 'maintenance.plan', form('colour:red'))).toContain(
      'There is no filter colour:.',
    );
    expect(await submit(bot, 'maintenance.plan', form('state:Enabled'))).toContain('state: comes and goes');
    expect(await submit(bot, 'maintenance.plan', form('', 1))).toContain(
      'That would be over already, 1970-01-01',
    );
    expect(await submit(bot, 'maintenance.plan', form('location:London'))).toContain('clear');
    expect(await bot.store.maintenanceWindows()).toMatchObject([{ effect: 'hold', note: 'new router' }]);
  });

  test.each([
    ['maintenance lon-01 for ever', 'ever is no length of time.'],
    ['maintenance lon-01 from yesterday', 'yesterday is no beginning.'],
    ['maintenance lon-01 for 30d', '14 days long at most'],
    ['maintenance end', 'It is `/circuit maintenance end <id>`.'],
    ['maintenance end MW-1', 'I know no maintenance MW-1'],
  ])('that is mistyped is refused: %s', async (text, words) => {
    await using bot = await start();
    expect((await bot.ask(text)).words.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(words);
  });

  test('is for circuits alone on which one has the role', async () => {
    const rgNet = { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-net' } as const;
    await using bot = await start(anAccess(aGrant({ on: rgNet })));
    const refused = 'You need the role operator on *par-02* for that.';
    expect((await bot.ask('maintenance for 2h')).words).toContain(refused);
    expect((await bot.ask('maintenance par for 2h')).words).toContain(refused);
    expect(await submit(bot, 'maintenance.plan', form(''))).toContain(refused);
    await bot.command('maintenance lon-01 for 2h');
    await bot.api.called('chat.postMessage');
    expect(await bot.store.maintenanceWindows()).toHaveLength(1);
  });
});

describe('the doctor', () => {
  const finding = {
    name: 'Slack scopes',
    level: 'fail',
    found: 'im:write is missing.',
    mend: 'Reinstall.',
  } as const;
  const doctor = async () => [finding, { name: 'Disk', level: 'ok', found: 'There is room.' } as const];

  test('tells an admin what must be mended first', async () => {
    await using bot = await startSlackBot({ access: anAccess(aGrant({ role: 'admin' })), deps: { doctor } });
    expect((await bot.ask('doctor')).words).toContain('Looking at Slack');
    const [, answer] = await bot.api.responded(2);
    expect(JSON.stringify(answer)).toContain('*1 to mend*');
    expect(JSON.stringify(answer)).toContain('im:write is missing.');
  });

  test('is not for others', async () => {
    await using bot = await startSlackBot({ access: operator, deps: { doctor } });
    expect((await bot.ask('doctor')).words).toContain('You need the role admin for that.');
  });
});
