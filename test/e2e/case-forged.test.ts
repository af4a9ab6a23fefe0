import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startHand } from '../support/hand.ts';
import { channels, type PersonName, people } from '../support/person.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { type CaseToStore, storeCases } from '../support/stored-cases.ts';
import { inShort, trailOf } from '../support/trail.ts';
import {
  type GrantLine,
  type Rules,
  startWatchedWorld,
  type WatchedWorld,
} from '../support/watched-world.ts';

const { approvals, netOps } = channels;
const emea = '/subscriptions/5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001/resourceGroups/rg-net-emea';
const only = (name: string) => `${emea}/providers/Microsoft.Network/expressRouteCircuits/${name}`;
const everywhere: readonly GrantLine[] = [
  { role: 'operator', to: 'omar', on: '*' },
  { role: 'approver', to: 'omar', on: '*' },
  { role: 'approver', to: 'ana', on: '*' },
  { role: 'approver', to: 'vera', on: '*' },
  { role: 'admin', to: 'adam', on: '*' },
];

/** A world in which these cases are about fra-02, and the bot under these rules. */
async function startWith(rules: Rules, stages: Readonly<Record<string, CaseToStore['stage']>>) {
  const world = await startWatchedWorld({ hurried: true });
  await world.stopBot();
  const cases = Object.entries(stages).map(([id, stage]) => ({ id, stage, channelId: approvals }));
  await storeCases(world, 'fra-02', cases, (id) => Buffer.from(id));
  await world.startUnder(rules);
  return world;
}

const approval = (id: string, step: string, round = 1) => JSON.stringify({ case: id, step, round });
const ofCase = (id: string) => JSON.stringify({ case: id });
const storyOf = async (world: WatchedWorld) =>
  (await trailOf(world)).filter(({ circuit }) => circuit?.name === 'fra-02').map(inShort);

/** Who approved or was refused, when so many lines of it are written down. */
const decidedOn = (world: WatchedWorld, count: number) =>
  eventually(async () => {
    const lines = (await storyOf(world)).filter((line) => /case-approve|refuse/u.test(line));
    expect(lines).toHaveLength(count);
    return lines.toSorted();
  });

describe.concurrent('an approval of a step', { timeout: 60_000 }, () => {
  test('counts once, by somebody else, on what they saw', async () => {
    await using world = await startWith(
      { grants: everywhere },
      { 'CASE-REVIEW': 'prefixes-review', 'CASE-TEXT': 'ticket-text-review', 'CASE-BOTH': 'submission' },
    );
    await using hand = await startHand(world);
    const press = (by: PersonName, value: string) => hand.press({ by, action: 'case.approve', value });
    expect(await press('omar', approval('CASE-REVIEW', 'prefixes'))).toContain('You did this yourself');
    expect(await press('omar', approval('CASE-TEXT', 'ticket-text'))).toContain('You did this yourself');
    expect(await press('omar', approval('CASE-BOTH', 'submission'))).toContain('You did this yourself');
    expect(await press('ana', approval('CASE-REVIEW', 'prefixes', 99))).toContain('changed since you saw it');
    expect(await press('ana', approval('CASE-REVIEW', 'prefixes', 0))).toContain('changed since you saw it');
    expect(await press('ana', approval('CASE-REVIEW', 'submission'))).toContain('Nobody is asked to approve');
    for (const step of ['registries', 'answers', '__proto__'])
      expect(await press('ana', approval('CASE-REVIEW', step))).toContain('another version of Trunkline');
    for (const id of ['CASE-000000', '__proto__', '../CASE-REVIEW'])
      expect(await press('ana', approval(id, 'prefixes'))).toContain(`I know no case ${id}`);
    expect((await decidedOn(world, 6)).filter((line) => line.includes('case-approve'))).toEqual([]);

    const twice = await hand.aPress({
      by: 'ana',
      action: 'case.approve',
      value: approval('CASE-REVIEW', 'prefixes'),
    });
    const again = await hand.aPress({
      by: 'ana',
      action: 'case.approve',
      value: approval('CASE-REVIEW', 'prefixes'),
    });
    await Promise.all([hand.send(twice), hand.send(twice), hand.send(again)]);
    const lines = await decidedOn(world, 8);
    expect(lines.filter((line) => line.includes('case-approve'))).toEqual([
      'ana case-approve fra-02: prefixes',
    ]);
  });

  test('of two people in the same moment counts twice, and Microsoft gets one ticket', async () => {
    await using world = await startWith({ grants: everywhere }, { 'CASE-BOTH': 'submission' });
    await using hand = await startHand(world);
    const value = approval('CASE-BOTH', 'submission');
    const presses = [
      await hand.aPress({ by: 'vera', action: 'case.approve', value }),
      await hand.aPress({ by: 'adam', action: 'case.approve', value }),
    ];
    await Promise.all(presses.map(hand.send));
    expect(await decidedOn(world, 2)).toEqual([
      'adam case-approve fra-02: submission',
      'vera case-approve fra-02: submission',
    ]);
    await eventually(() => expect(world.arm.writes().join()).toContain('/supportTickets/'));
    const puts = world.arm.writes().filter((call) => /\/supportTickets\//u.test(call));
    expect(puts).toEqual([expect.stringMatching(/\/supportTickets\/trunkline-case-both$/u)]);
  });

  test.each<[string, Rules, string]>([
    [
      'a policy that asks for more by now',
      { grants: everywhere, policy: { ticket: { approvals: 3 } } },
      'asks for 3 approvals',
    ],
    [
      'a role that was taken away since',
      { grants: everywhere.filter(({ to }) => to !== 'ana') },
      'may not approve any more',
    ],
  ])('does not outlive %s', async (_what, rules, reason) => {
    await using world = await startWith(rules, { 'CASE-GIVEN': 'checking' });
    await eventually(async () => expect((await storyOf(world)).join('\n')).toContain(reason));
    expect(world.arm.writes()).toEqual([]);
  });
});

/** Vera and Omar have roles, but on lon-01 alone, and nobody else may look. */
const onLon01: Rules = {
  reads: 'granted',
  grants: [
    { role: 'admin', to: 'adam', on: '*' },
    { role: 'operator', to: 'omar', on: only('lon-01') },
    { role: 'approver', to: 'ana', on: only('lon-01') },
  ],
};

test('a case about a circuit out of reach is shown to nobody and moved by nobody, however they ask', async () => {
  const id = 'CASE-FAR';
  await using world = await startWith(onLon01, { [id]: 'evidence-review', 'CASE-TALK': 'answers' });
  await using hand = await startHand(world);
  const secret = /Omar|LoA|letter\.pdf|198\.51\.100|step \d of 7/u;
  const actions = [
    'show',
    'complete',
    'file',
    'files',
    'files.share',
    'text',
    'send-back',
    'package',
    'number',
    'reply',
    'answer',
  ];
  for (const [action, value] of [
    ...actions.map((action) => [`case.${action}`, ofCase(id)] as const),
    ...['comment', 'assign', 'files', 'send-back', 'close'].map(
      (deed) => ['case.menu', `${deed} ${id}`] as const,
    ),
    ['case.approve', approval(id, 'evidence')] as const,
  ]) {
    for (const by of ['omar', 'ana'] as const) {
      const said = await hand.press({ by, action, value });
      expect(`${action} ${value}: ${said}`).toMatch(/: You need the role .* on \*fra-02\*/u);
      expect(said).not.toMatch(secret);
    }
  }
  for (const [text, sentence] of [
    ['case', 'no open case'],
    ['case fra-02', 'No circuit is called fra-02'],
    [`case ${id}`, 'You need the role'],
    ['case open fra-02', 'No circuit is called fra-02'],
    ['validate fra-02', 'No circuit is called fra-02'],
    ['sign fra-02', 'No circuit is called fra-02'],
  ]) {
    const answer = await world.person('omar').command(approvals, text ?? '');
    expect(`${text}: ${wordsOf(answer)}`.toLowerCase()).toContain(sentence?.toLowerCase());
    expect(wordsOf(answer)).not.toMatch(secret);
    expect(JSON.stringify(elementsIn(answer))).not.toContain(id);
  }
  const form = (callback: string, values: object) => ({
    callback_id: callback,
    private_metadata: JSON.stringify({
      channelId: netOps,
      metadata: callback === 'case.complete' ? `${id} evidence` : id,
    }),
    state: { values },
  });
  const typed = (block: string, value: string) => ({
    [block]: { [block]: { type: 'plain_text_input', value } },
  });
  const out = JSON.stringify({ case: id, file: 'f-loa' });
  expect(await hand.press({ by: 'omar', action: 'case.file.out', value: out })).toContain(
    'You need the role',
  );
  for (const view of [
    form('case.comment', typed('case.comment', 'Hi')),
    form('case.close', typed('case.reason', 'No')),
    form('case.complete', typed('case.note', 'x')),
    form('case.reply', typed('case.reply', 'x')),
    form('case.number', typed('case.number', '2603020030001234')),
  ])
    expect(await hand.submit('omar', view)).toMatch(/You need the role/u);
  const moved = (await trailOf(world)).filter(
    ({ act, by }) => act !== 'refuse' && by !== undefined && by !== people.adam,
  );
  expect(moved).toEqual([]);
});
