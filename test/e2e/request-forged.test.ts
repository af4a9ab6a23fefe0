import { describe, expect, test } from 'vitest';
import { eventually, present } from '../support/eventually.ts';
import { startHand } from '../support/hand.ts';
import { requestOf } from '../support/pending-requests.ts';
import { channels, type PersonName, people } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { sendSigned } from '../support/slack-request.ts';
import { awaitStory, inShort, trailOf } from '../support/trail.ts';
import { type GrantLine, startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const idOf = (request: string) => JSON.stringify({ request });
const group = '/subscriptions/5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001/resourceGroups/rg-net-emea';
const only = (name: string) => `${group}/providers/Microsoft.Network/expressRouteCircuits/${name}`;

/** What a circuit's menu can begin. */
const deeds = 'peering link unlink resize failover order key deprovision delete'.split(' ');

/** Each has their role, but on lon-01 alone. */
const onLon01: readonly GrantLine[] = [
  { role: 'viewer', to: 'vera', on: only('lon-01') },
  { role: 'operator', to: 'omar', on: only('lon-01') },
  { role: 'approver', to: 'ana', on: only('lon-01') },
  { role: 'admin', to: 'adam', on: '*' },
];

/** A modal of that person's own, of no importance. */
const anyModal = async (world: WatchedWorld, name: PersonName) => {
  const person = world.person(name);
  return person.pressForModal(await person.command(netOps, 'list'), 'Filter the list of circuits');
};

/** What stands in a person's modal after it was submitted as something else. */
const shownIn = (world: WatchedWorld, name: PersonName, id: string) =>
  eventually(async () => {
    const view = present(
      (await world.control.views(people[name])).find((one) => one.id === id),
      'the modal',
    );
    const words = wordsOf(view);
    if (view.callback_id === 'circuits.filter' || words.includes('One moment')) throw new Error('not yet');
    return words;
  });

/** The value of something that can be pressed in what another person was shown. */
async function overheard(world: WatchedWorld, circuit: string, begins: string): Promise<string> {
  const card = await world.person('adam').command(netOps, `show ${circuit}`);
  const values = elementsIn(card).flatMap(({ value, options = [] }) => [
    value,
    ...options.map((one) => one.value),
  ]);
  return present(
    values.find((value) => value?.startsWith(begins)),
    `a value that begins with ${begins} among ${values}`,
  );
}

describe.concurrent('a forged', { timeout: 60_000 }, () => {
  test('id of a review that somebody else was shown asks for nothing', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const review = await world.person('omar').commandForModal(netOps, 'delete ams-01');
    const { id } = await anyModal(world, 'adam');
    const proposal = String(review.private_metadata);
    await hand.submit('adam', { id, callback_id: 'request.review', private_metadata: proposal });
    expect(await shownIn(world, 'adam', id)).toContain('That review is too old to confirm');
    expect(await awaitStory(world, 'ams-01', 'adam refuse ams-01: submit: proposal-gone')).toHaveLength(1);
    expect(world.arm.writes()).toEqual([]);
  });

  test.each(['', 'R-000000', '{"request":"R-000000"}', '__proto__'])(
    'id of a review as %j asks for nothing',
    async (metadata) => {
      await using world = await startWatchedWorld();
      await using hand = await startHand(world);
      const { id } = await anyModal(world, 'adam');
      await hand.submit('adam', { id, callback_id: 'request.review', private_metadata: metadata });
      expect(await shownIn(world, 'adam', id)).toContain('That review is too old to confirm');
      expect(await trailOf(world)).toEqual([]);
    },
  );

  test('form in the name of somebody who may not ask is refused', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const omar = world.person('omar');
    const form = await omar.commandForModal(netOps, 'resize lon-01');
    await omar.fill(form, { 'resize.bandwidth': '2000' });
    const { id } = await anyModal(world, 'vera');
    await hand.send(hand.submissionIn('vera', 'circuit.resize', id));
    expect(await shownIn(world, 'vera', id)).toContain('You need the role operator on *lon-01* for that.');
    await awaitStory(world, 'lon-01', 'vera refuse lon-01: propose: role-needed');
  });

  test('form about a circuit that is out of reach is refused', async () => {
    await using world = await startWatchedWorld({ withoutStart: true });
    await world.startUnder({ grants: onLon01 });
    await using hand = await startHand(world);
    const adam = world.person('adam');
    await adam.fill(await adam.commandForModal(netOps, 'resize fra-02'), { 'resize.bandwidth': '5000' });
    const { id } = await anyModal(world, 'omar');
    await hand.send(hand.submissionIn('omar', 'circuit.resize', id));
    const refused = await shownIn(world, 'omar', id);
    expect(refused).toContain('You need the role operator on *fra-02* for that.');
    expect(refused).toContain(`These can: <@${people.adam}>.`);
    await awaitStory(world, 'fra-02', 'omar refuse fra-02: propose: role-needed');
  });

  test('request in a button is judged by its own circuit', async () => {
    await using world = await startWatchedWorld({ withoutStart: true });
    await world.startUnder({ grants: onLon01 });
    await using hand = await startHand(world);
    const request = await requestOf(world, 'adam', 'delete ams-01');
    const press = (by: PersonName, action: string) => hand.press({ by, action, value: idOf(request) });
    expect(await press('ana', 'request.approve')).toContain(
      'You need the role approver on *ams-01* for that.',
    );
    expect(await press('omar', 'request.stop')).toContain('You need the role operator on *ams-01* for that.');
    expect(await press('omar', 'request.withdraw')).toContain(
      `Only <@${people.adam}> can withdraw ${request}`,
    );
    expect(await awaitStory(world, 'ams-01', 'omar refuse ams-01: withdraw: not-the-requester')).toEqual([
      'adam request ams-01',
      'ana refuse ams-01: approve: role-needed',
      'omar refuse ams-01: stop-holding: role-needed',
      'omar refuse ams-01: withdraw: not-the-requester',
    ]);
    expect(world.arm.writes()).toEqual([]);
  });

  test.each([
    ['R-000000', 'I do not know that request any more'],
    ['__proto__', 'I do not know that request any more'],
  ])('request %s in a button is known to nobody', async (request, sentence) => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    expect(await hand.press({ by: 'ana', action: 'request.approve', value: idOf(request) })).toContain(
      sentence,
    );
  });

  test('circuit in a button is refused where it is out of reach, and its keys are not told', async () => {
    await using world = await startWatchedWorld({ withoutStart: true });
    await world.startUnder({ grants: onLon01 });
    await using hand = await startHand(world);
    const menu = await overheard(world, 'nyc-01', 'link ');
    const [, token = ''] = /([0-9a-f]{24})/u.exec(menu) ?? [];
    const circuit = JSON.stringify({ circuit: token, name: 'auth-partner' });
    const refused: string[] = [];
    for (const [action, value] of [
      ...deeds.map((deed) => ['circuit.do', `${deed} ${token}`] as const),
      ['circuit.key', circuit],
      ['circuit.order', circuit],
      ['circuit.deprovision', circuit],
      ['circuit.delete', circuit],
      ['authorization.key', circuit],
      ['authorization.create', JSON.stringify({ channelId: approvals, metadata: token })],
    ] as const) {
      const said = await hand.press({ by: 'omar', action, value });
      expect(`${action}: ${said}`).toMatch(/: You need the role operator(?: or approver)? on \*nyc-01\*/u);
      expect(said).toContain(`These can: <@${people.adam}>.`);
      refused.push(action);
    }
    // A text for the provider is only words, and without the key.
    const text = await hand.press({ by: 'omar', action: 'circuit.reenable', value: circuit });
    expect(text).toContain('The service key is missing: you may not see it.');
    const trail = await eventually(async () => {
      const all = (await trailOf(world)).map(inShort);
      expect(all).toHaveLength(refused.length);
      return all;
    });
    for (const line of trail) expect(line).toMatch(/^omar refuse nyc-01: \w+: role-needed$/u);
  });

  test('name of a circuit out of sight, where reading is granted too, is refused and noted', async () => {
    const adamAlone: readonly GrantLine[] = [{ role: 'admin', to: 'adam', on: '*' }];
    const grants = [...adamAlone, { role: 'viewer', to: 'vera', on: only('lon-01') } as const];
    await using world = await startWatchedWorld({ withoutStart: true });
    await world.startUnder({ grants, reads: 'granted' });
    await using hand = await startHand(world);
    const value = await overheard(world, 'nyc-01', 'link ');
    expect(await hand.press({ by: 'vera', action: 'circuit.do', value })).toContain(
      `These can: <@${people.adam}>.`,
    );
    await awaitStory(world, 'nyc-01', 'vera refuse nyc-01: read: role-needed');
  });

  test('signature, or none, gets no answer', async () => {
    await using world = await startWatchedWorld();
    await using hand = await startHand(world);
    const request = await requestOf(world, 'omar', 'delete ams-01');
    const body = await hand.aPress({ by: 'ana', action: 'request.approve', value: idOf(request) });
    const { SLACK_SIGNING_SECRET: secret = '' } = world.environment;
    const statuses = await Promise.all([
      sendSigned(world.requestUrl(), body, { secret: 'guessed' }),
      sendSigned(world.requestUrl(), 'payload={}', { secret, tampered: body }),
      sendSigned(world.requestUrl(), body, { secret, atMs: Date.now() - 6 * 60_000 }),
      fetch(world.requestUrl(), { method: 'POST', body }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect((await trailOf(world)).map(inShort)).toEqual(['omar request ams-01']);
    expect(world.arm.writes()).toEqual([]);
  });
});
