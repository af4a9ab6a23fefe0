import { describe, expect, test } from 'vitest';
import type { Access } from '../../src/domain/access/grant.ts';
import type { Incident } from '../../src/domain/alert/incident.ts';
import { aCircuitRef, aKnownCircuit, subscription1 } from '../support/a-circuit.ts';
import { aGrant } from '../support/an-access.ts';
import { anIncident } from '../support/an-incident.ts';
import { present } from '../support/eventually.ts';
import { type SlackBot, startSlackBot } from '../support/slack-bot.ts';

const id = 'INC-7K2QF';
const ana = 'U0ANA00001';
const omar = 'U0OMAR0001';
const value = JSON.stringify({ incident: id });
const over = { state: 'resolved', ending: { kind: 'well' }, resolvedAt: 1, goodSince: 1 } as const;

async function startWith(incident: Partial<Incident> = {}, access?: Access): Promise<SlackBot> {
  const bot = await startSlackBot(access ? { access } : {});
  await bot.store.commit({ putCircuits: [aKnownCircuit()], putIncidents: [anIncident(incident)] });
  return bot;
}

const stored = async ({ store }: SlackBot) => present(await store.incident(id), 'the incident');
const acts = async ({ store }: SlackBot) => (await store.dueAudit()).map(({ act, by }) => `${act} ${by}`);

const submit = (bot: SlackBot, callback: string, values: object, channelId = 'C0NETOPS001') =>
  bot
    .submit({
      callback_id: callback,
      private_metadata: JSON.stringify({ channelId, metadata: id }),
      state: { values },
    })
    .then((answer) => answer.text());

const noted = (note: string) => ({ 'incident.note': { 'incident.note': { value: note } } });
const chosen = (what: string, length: string) => ({
  'mute.what': { 'mute.what': { selected_option: { value: what } } },
  'mute.length': { 'mute.length': { selected_option: { value: length } } },
});

describe('/circuit incidents', () => {
  test('shows what is wrong, with what can be done', async () => {
    await using bot = await startWith();
    const { words } = await bot.ask('incidents');
    expect(words).toContain('*1 open incident*');
    expect(words).toContain(':red_circle: *lon-01* · Microsoft peering · secondary link down');
    expect(words).toContain('Acknowledge lon-01, INC-7K2QF');
  });

  test('narrows by circuits, and shows what is over when asked', async () => {
    await using bot = await startWith(over);
    expect((await bot.ask('incidents')).words).toContain('*No open incident*');
    expect((await bot.ask('incidents all')).words).toContain('*1 incident*');
    expect((await bot.ask('incidents all par-02')).words).toContain('*No incident* for circuit:par-02');
  });

  test('turns the page in the same message', async () => {
    await using bot = await startWith();
    const page = JSON.stringify({ filter: '', page: 0, all: true });
    const told = await bot.pressed({ action_id: 'incidents.all', value: page });
    expect(told).toMatchObject({ replaces: true });
    expect(told.words).toContain('*1 incident*');
  });
});

describe('an incident', () => {
  test('is shown to whoever presses, as it stands', async () => {
    await using bot = await startWith();
    const { words } = await bot.pressed({ action_id: 'incident.show', value });
    expect(words).toContain('The primary link carries the traffic: redundancy is gone');
    expect(words).toContain('*You*: check BGP of the secondary link on your edge router.');
  });

  test('is acknowledged in a form, with a note, and that is in the audit trail', async () => {
    await using bot = await startWith();
    await bot.press({ action_id: 'incident.acknowledge', value });
    expect(JSON.stringify((await bot.api.called('views.open')).body)).toContain('secondary link down');
    expect(await submit(bot, 'incident.acknowledge', noted('on it'))).toContain('clear');
    expect((await stored(bot)).acknowledged).toMatchObject({ by: omar, note: 'on it' });
    expect(await acts(bot)).toContain(`acknowledge ${omar}`);
  });

  test('that somebody has is not acknowledged again: who has it is told, and it can be taken over', async () => {
    await using bot = await startWith({ acknowledged: { by: ana, at: 1 } });
    const told = await bot.pressed({ action_id: 'incident.acknowledge', value });
    expect(told.words).toContain(`<@${ana}> has incident INC-7K2QF already`);
    expect(told.words).toContain('Take over');
    expect(await submit(bot, 'incident.acknowledge', noted(''))).toContain('has incident');
    expect((await stored(bot)).acknowledged?.by).toBe(ana);
    await bot.pressed({ action_id: 'incident.take', value });
    expect((await stored(bot)).acknowledged?.by).toBe(omar);
  });

  test('is assigned to a person who was chosen, and to nobody else', async () => {
    await using bot = await startWith();
    const choice = { type: 'overflow', selected_option: { value: `assign ${id}` } };
    await bot.press({ action_id: 'incident.menu', ...choice });
    await bot.api.called('views.open');
    const to = (user: string) => ({ 'incident.assignee': { 'incident.assignee': { selected_user: user } } });
    expect(await submit(bot, 'incident.assign', to('<!channel>'))).toContain('errors');
    expect(await submit(bot, 'incident.assign', to(ana))).toContain('clear');
    expect((await stored(bot)).assigned).toMatchObject({ to: ana, by: omar });
  });

  test.each(['incident.acknowledge', 'incident.take'])(
    'that is over is not answered by %s',
    async (actionId) => {
      await using bot = await startWith(over);
      expect((await bot.pressed({ action_id: actionId, value })).words).toContain(
        'Incident INC-7K2QF is over',
      );
    },
  );

  test.each(['incident.show', 'incident.acknowledge', 'incident.take'])(
    'that nobody knows is said so to %s',
    async (actionId) => {
      await using bot = await startSlackBot();
      const told = await bot.pressed({ action_id: actionId, value });
      expect(told.words).toContain('I do not know incident INC-7K2QF any more');
    },
  );

  test('is muted from its menu, which the whole channel is told', async () => {
    await using bot = await startWith();
    const choice = { type: 'overflow', selected_option: { value: `mute-8h ${id}` } };
    await bot.press({ action_id: 'incident.menu', ...choice });
    const { body } = await bot.api.called('chat.postMessage');
    expect(JSON.stringify(body)).toContain('*lon-01* is muted in this channel until');
    expect((await bot.store.mutes()).map(({ circuitName, kind }) => [circuitName, kind])).toEqual([
      ['lon-01', undefined],
    ]);
  });

  test('is muted as one kind of change, and told again when that is ended', async () => {
    await using bot = await startWith();
    expect(await submit(bot, 'incident.mute', chosen('bgp-session', '7d'))).toContain('clear');
    expect((await bot.store.mutes())[0]).toMatchObject({ kind: 'bgp-session', byUserId: omar });
    expect(await submit(bot, 'incident.mute', chosen('all', 'end'))).toContain('is not muted like that');
    expect(await submit(bot, 'incident.mute', chosen('bgp-session', 'end'))).toContain('clear');
    expect(await bot.store.mutes()).toEqual([]);
    expect(await submit(bot, 'incident.mute', chosen('bandwidth', '7d'))).toContain('another version');
  });

  test('of a mute of one kind is ended by its own button alone', async () => {
    await using bot = await startWith();
    await submit(bot, 'incident.mute', chosen('arp', '2h'));
    const { body } = await bot.api.called('chat.postMessage');
    const [, button = ''] = /"value":("(?:[^"\\]|\\.)*")/u.exec(JSON.stringify(body)) ?? [];
    const unmute = { action_id: 'circuit.unmute', value: JSON.parse(button) };
    await bot.press(unmute);
    await bot.api.called('chat.postMessage');
    expect((await bot.pressed(unmute)).words).toContain('is no longer muted');
    expect(await bot.store.mutes()).toEqual([]);
  });
});

describe('a person who may not look at the circuit', () => {
  const elsewhere = { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-b' } as const;
  const scoped: Access = {
    reads: 'granted',
    grants: [aGrant({ role: 'viewer', to: [omar], on: elsewhere }), aGrant({ to: [ana] })],
  };

  test.each(['incident.show', 'incident.acknowledge', 'incident.take'])(
    'is refused %s, and that is in the audit trail',
    async (actionId) => {
      await using bot = await startWith({}, scoped);
      const told = await bot.pressed({ action_id: actionId, value });
      expect(told.words).toContain('You need the role viewer, operator or approver on *lon-01* for that.');
      expect(await acts(bot)).toEqual([`refuse ${omar}`]);
    },
  );

  test('sees what is wrong with what they may look at, and where Trunkline is blind', async () => {
    await using bot = await startWith({}, scoped);
    const { circuit: _, ...blind } = anIncident({ id: 'INC-BLIND' });
    const trouble = { kind: 'blind', reason: 'overdue' } as const;
    await bot.store.commit({
      putIncidents: [{ ...blind, subject: { kind: 'blind', spot: 'polls', scope: '' }, trouble }],
    });
    const { words } = await bot.ask('incidents');
    expect(words).toContain('*Trunkline* · polls are overdue');
    expect(words).not.toContain('lon-01');
  });

  test('does not acknowledge it by a form either', async () => {
    await using bot = await startWith({}, scoped);
    expect(await submit(bot, 'incident.acknowledge', noted(''))).toContain('You need the role');
    expect((await stored(bot)).acknowledged).toBeUndefined();
  });
});

test('the whole list behind a digest shows each incident as it stands now', async () => {
  await using bot = await startWith({ acknowledged: { by: ana, at: 1 } });
  const { circuit, subject } = anIncident();
  const line = {
    severity: 'warning',
    at: 1,
    circuitId: aCircuitRef().id,
    circuitName: 'lon-01',
    resourceGroup: 'rg-net',
  };
  await bot.store.commit({
    putDigests: [
      {
        id: 'D-1',
        revision: 1,
        channelId: 'C0NETOPS001',
        why: 'storm',
        since: 1,
        until: 1,
        lines: [
          {
            ...line,
            severity: 'warning',
            circuitId: circuit?.id ?? '',
            kind: 'incident',
            incidentId: id,
            subject,
          },
          { ...line, severity: 'info', kind: 'change', changeId: 'p.1', changeKind: 'bandwidth' },
        ],
      },
    ],
  });
  const { words } = await bot.pressed({
    action_id: 'digest.all',
    value: JSON.stringify({ digest: 'D-1', page: 0 }),
  });
  expect(words).toContain('*2 alerts at once*');
  expect(words).toContain(`<@${ana}> has it`);
  expect(words).toContain('Bandwidth');
  const gone = await bot.pressed({
    action_id: 'digest.all',
    value: JSON.stringify({ digest: 'D-2', page: 0 }),
  });
  expect(gone.words).toContain('I do not know that list any more');
});

test('App Home, the list and the card show that something is wrong', async () => {
  await using bot = await startWith();
  await bot.event({ type: 'app_home_opened', user: omar, tab: 'home', channel: 'D1' }, 'Ev1');
  const home = JSON.stringify((await bot.api.called('views.publish')).body);
  expect(home).toContain('*1 open incident*');
  expect((await bot.ask('list')).words).toContain(':red_circle: *lon-01*');
  expect((await bot.ask('show lon-01')).words).toContain('secondary link down');
});
