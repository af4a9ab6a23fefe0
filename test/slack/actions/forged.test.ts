import { describe, expect, test } from 'vitest';
import { actionIds } from '../../../src/slack/action-ids.ts';
import { aKnownCircuit, t0 } from '../../support/a-circuit.ts';
import { aSubscription } from '../../support/a-subscription.ts';
import { type SlackBot, startSlackBot } from '../../support/slack-bot.ts';

const unreadable = 'That button is from another version of Trunkline';
const gone = 'is no longer in Azure, or I may no longer read it';
const nothingDone = 'had already ended; nothing was changed';

/** What is answered to a value that was not made here; a new action does not compile until it is said. */
const answers = {
  showCircuit: unreadable,
  chooseCircuit: gone,
  showCatchUp: gone,
  listPage: unreadable,
  listPrevious: unreadable,
  mute: unreadable,
  muteFor: unreadable,
  unmute: unreadable,
  editSubscription: unreadable,
  endSubscription: unreadable,
  subscriptionMenu: unreadable,
  endAllSubscriptions: unreadable,
  resumeChannel: unreadable,
  createProvider: unreadable,
  createGroup: unreadable,
  createSubscription: unreadable,
  order: unreadable,
  serviceKey: unreadable,
  circuitDo: unreadable,
  deprovision: unreadable,
  delete: unreadable,
  handover: unreadable,
  reenable: unreadable,
  authorizationKey: unreadable,
  authorize: gone,
  sign: unreadable,
  approve: unreadable,
  reject: unreadable,
  withdraw: unreadable,
  stopHolding: unreadable,
  showRequest: unreadable,
  showIncident: unreadable,
  acknowledge: unreadable,
  takeIncident: unreadable,
  incidentMenu: unreadable,
  diagnose: unreadable,
  validate: unreadable,
  preflightPage: unreadable,
  preflightPrevious: unreadable,
  preflightEvidence: unreadable,
  digestAll: unreadable,
  digestPrevious: unreadable,
  incidentsPage: unreadable,
  incidentsPrevious: unreadable,
  incidentsAll: unreadable,
  maintenanceEnd: unreadable,
  caseOpen: unreadable,
  caseShow: unreadable,
  caseComplete: unreadable,
  caseFile: unreadable,
  caseFiles: unreadable,
  caseFileOut: unreadable,
  caseFilesShare: unreadable,
  caseText: unreadable,
  caseApprove: unreadable,
  caseSendBack: unreadable,
  casePackage: unreadable,
  caseNumber: unreadable,
  caseReply: unreadable,
  caseAnswer: unreadable,
  caseMenu: unreadable,
  /** Their values name nothing. */
  quietEnd: 'You need the role operator',
  quietForm: 'You need the role operator',
  maintenanceForm: 'You need the role operator',
  /** Answers with its modal, empty. */
  filterList: undefined,
} as const satisfies Record<keyof typeof actionIds, string | undefined>;

const answered = Object.entries(answers).flatMap(([name, answer]) =>
  answer === undefined ? [] : [[actionIds[name as keyof typeof actionIds], answer] as const],
);

const garbage = [
  '',
  'garbage',
  '{',
  'null',
  '[]',
  '"text"',
  '{"circuit":1,"id":1,"filter":1}',
  `{"circuit":"${'x'.repeat(5_000)}","id":"${'x'.repeat(5_000)}","filter":"${'x'.repeat(5_000)}"}`,
  '{"__proto__":{"circuit":"x","id":"x","channelId":"x","filter":"","page":0}}',
  'x'.repeat(100_000),
];

/** What the bot remembers, to be compared. */
const remembered = async ({ store }: SlackBot) => [
  await store.subscriptions(),
  await store.mutes(),
  await store.suspensions(),
  await store.owed(),
];

async function startFilled() {
  const bot = await startSlackBot();
  const circuitId = aKnownCircuit().circuit.id;
  const mute = { circuitId, circuitName: 'lon-01', byUserId: 'U1', until: Date.now() + 3_600_000 };
  await bot.store.commit({
    putCircuits: [aKnownCircuit()],
    putSubscriptions: [
      aSubscription('s-here', 'C0NETOPS001', ''),
      aSubscription('s-there', 'C0PRIVATE01', '', { ownerId: 'U0ANA00001' }),
    ],
    putMutes: [{ ...mute, channelId: 'C0PRIVATE01' }],
    putSuspensions: [{ channelId: 'C0PRIVATE01', reason: 'archived', since: t0 }],
  });
  return bot;
}

describe.concurrent('a forged value', () => {
  test.each(answered)('of `%s` is answered: %s', async (actionId, answer) => {
    await using bot = await startFilled();
    const before = await remembered(bot);
    for (const value of garbage) {
      const chosen = { type: 'static_select', selected_option: { value } };
      const told = await bot.pressed({ action_id: actionId, value });
      expect(told.words).toContain(answer);
      expect((await bot.pressed({ action_id: actionId, ...chosen })).words).toContain(answer);
    }
    expect(await remembered(bot)).toEqual(before);
  });

  test('of the filter button opens the modal empty', async () => {
    await using bot = await startFilled();
    await bot.press({ action_id: 'circuits.filter', value: 'garbage' });
    expect(JSON.stringify((await bot.api.called('views.open')).body)).not.toContain('initial_value');
  });

  test.each([
    ['circuit.show', '{"circuit":"0123456789abcdef01234567"}', gone],
    ['circuit.mute', '{"circuit":"0123456789abcdef01234567"}', gone],
    ['circuit.mute.for', '7d.0123456789abcdef01234567', gone],
    ['circuit.mute.for', '70d.0123456789abcdef01234567', unreadable],
    ['circuits.page', '{"filter":"","page":-1}', unreadable],
    ['circuits.page', '{"filter":"","page":1e300}', unreadable],
    ['circuits.page', '{"filter":"","page":999999}', '*1 circuit*'],
    ['circuits.page', '{"filter":"colour:red","page":0}', 'There is no filter colour:.'],
    ['circuits.page', '{"filter":"\\"","page":0}', 'A quote was opened and not closed.'],
  ])('that is well formed, `%s` %s, is answered: %s', async (actionId, value, answer) => {
    await using bot = await startFilled();
    const before = await remembered(bot);
    expect((await bot.pressed({ action_id: actionId, value })).words).toContain(answer);
    expect(await remembered(bot)).toEqual(before);
  });

  const there = '{"id":"s-there","channelId":"C0PRIVATE01"}';
  const lying = '{"id":"s-there","channelId":"C0NETOPS001"}';

  test.each([
    ['subscription.edit', there],
    ['subscription.edit', lying],
    ['subscription.end', there],
    ['subscription.end', lying],
    ['subscription.menu', 'change C0PRIVATE01 s-there'],
    ['subscription.menu', 'end C0PRIVATE01 s-there'],
    ['subscription.menu', 'end C0NETOPS001 s-there'],
    ['subscription.end.all', there],
    ['channel.resume', there],
  ])("of another channel's subscription, `%s` %s, changes nothing", async (actionId, value) => {
    await using bot = await startFilled();
    const before = await remembered(bot);
    expect((await bot.pressed({ action_id: actionId, value })).words).toContain(nothingDone);
    expect(bot.api.of('views.open')).toEqual([]);
    expect(await remembered(bot)).toEqual(before);
  });

  test("its owner may end another channel's subscriptions from anywhere", async () => {
    await using bot = await startFilled();
    const ana = { user: { id: 'U0ANA00001', team_id: 'T0TRUNK001' } };
    const { words } = await bot.pressed({ action_id: 'subscription.end.all', value: there }, ana);
    expect(words).toContain('<#C0PRIVATE01>* is no longer told of');
    expect((await bot.store.subscriptions()).map(({ id }) => id)).toEqual(['s-here']);
  });
});

describe('an unknown action', () => {
  test.each(['circuit.explode', 'circuit.show.more', 'xcircuit.show', 'circuit-show', '', '__proto__'])(
    '`%s` is answered as a button that is there no more',
    async (actionId) => {
      await using bot = await startSlackBot();
      expect((await bot.pressed({ action_id: actionId, value: 'x' })).words).toContain(unreadable);
    },
  );

  test('in App Home is answered in a modal', async () => {
    await using bot = await startSlackBot();
    await bot.pressInView({ action_id: 'circuit.explode', value: 'x' }, { type: 'home' });
    expect(JSON.stringify((await bot.api.called('views.update')).body)).toContain(unreadable);
  });
});
