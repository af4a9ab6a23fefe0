import { describe, expect, test } from 'vitest';
import { eventually, present } from '../support/eventually.ts';
import { type Hand, startHand } from '../support/hand.ts';
import { startWithPending } from '../support/pending-requests.ts';
import { channels, type PersonName, people } from '../support/person.ts';
import { reactionTo } from '../support/reaction.ts';
import { wordsOf } from '../support/reading.ts';
import { refusalsOf, trailOf } from '../support/trail.ts';
import { type GrantLine, startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const emeaId = '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
const emea = `/subscriptions/${emeaId}`;
const americas = '/subscriptions/a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';
const group = `${emea}/resourceGroups/rg-net-emea`;
const circuit = (name: string) => `${group}/providers/Microsoft.Network/expressRouteCircuits/${name}`;

/** Where the roles are granted, and whether that is where lon-01 is, and lon-10 is to be. */
const scopes: readonly [where: string, on: string | readonly string[], covers: boolean][] = [
  ['everything', '*', true],
  ['the subscription', emea, true],
  ['the resource group', group, true],
  ['the circuit itself', [circuit('lon-01'), circuit('lon-10')], true],
  ['another subscription', americas, false],
  ['another resource group', `${group}-dr`, false],
  ['another circuit', [circuit('lon-02'), circuit('lon-011')], false],
];

const roles: readonly [PersonName, string][] = [
  ['vera', 'viewer'],
  ['omar', 'operator'],
  ['ana', 'approver'],
  ['adam', 'admin'],
];
const everybody = roles.map(([name]) => name);
const operators: readonly PersonName[] = ['omar', 'adam'];
const approvers: readonly PersonName[] = ['ana', 'adam'];
const grantsOn = (on: GrantLine['on']) => roles.map(([to, role]): GrantLine => ({ to, role, on }));

/** What is typed for each operation, and what somebody gets who may. */
const commands: readonly [operation: string, text: string, gets: string][] = [
  ['key', 'key lon-01', 'answer: *Service key of lon-01*'],
  ['order', 'order lon-01', 'modal circuit.order: '],
  ['peering', 'peering lon-01 private', 'modal circuit.peering: '],
  ['sign', 'sign lon-01', 'answer: *3 public prefixes of lon-01, 0 to sign*'],
  ['link', 'link lon-01', 'modal circuit.link: '],
  ['unlink', 'unlink lon-01', 'modal circuit.unlink: '],
  ['resize', 'resize lon-01', 'modal circuit.resize: '],
  ['deprovision', 'deprovision lon-01', 'modal circuit.deprovision: '],
  // Whoever may delete is told what is in the way.
  ['delete', 'delete lon-01', 'modal circuit.card: *lon-01* cannot be deleted'],
  ['failover', 'failover lon-01', 'modal circuit.failover: '],
];

/** What somebody is told who may not. */
function turnedAway(role: string, covers: boolean, able: readonly PersonName[], name = 'lon-01'): string {
  const who = covers
    ? `These can: ${able.map((one) => `<@${people[one]}>`).join(', ')}.`
    : 'Nobody was granted that.';
  return `You need the role ${role} on *${name}* for that.\n${who} Whoever runs me grants roles`;
}

/** That what was said begins so; the row is told with it. */
function expectBegin(row: string, said: string, wanted: string): void {
  expect(`${row} → ${said.slice(0, wanted.length)}`).toBe(`${row} → ${wanted}`);
}

const typed = (value: string) => ({ type: 'plain_text_input', value });
const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });
const newCircuit = {
  'create.name': { 'create.name': typed('lon-10') },
  'create.subscription': { 'circuit.create.subscription': chosen(emeaId) },
  'create.group': { 'circuit.create.group': chosen('rg-net-emea') },
  'create.region': { 'create.region': typed('uksouth') },
  'create.provider': { 'circuit.create.provider': chosen('Equinix') },
  'create.location': { 'create.location': chosen('London') },
  'create.bandwidth': { 'create.bandwidth': chosen('200') },
  'create.tier': { 'create.tier': chosen('Standard') },
  'create.family': { 'create.family': chosen('MeteredData') },
};

/** Submits the form of a new circuit, which anybody can forge in any modal of theirs; gets what stands there then. */
async function createBy(world: WatchedWorld, hand: Hand, by: PersonName): Promise<string> {
  const person = world.person(by);
  const { id } = await person.pressForModal(
    await person.command(netOps, 'list'),
    'Filter the list of circuits',
  );
  const metadata = JSON.stringify({ channelId: netOps, metadata: '' });
  const view = { id, callback_id: 'circuit.create', private_metadata: metadata };
  await hand.submit(by, { ...view, state: { values: newCircuit } });
  return eventually(async () => {
    const shown = present(
      (await world.control.views(person.user)).find((one) => one.id === id),
      'the modal',
    );
    const { callback_id: now } = shown;
    if (now === 'circuits.filter' || wordsOf(shown).includes('One moment')) throw new Error('not yet');
    return `${now}: ${wordsOf(shown)}`;
  });
}

describe.concurrent('roles that are granted on', { timeout: 60_000 }, () => {
  test.each(scopes)(
    '%s let on who may do an operation there, and nobody else',
    async (_where, on, covers) => {
      await using world = await startWatchedWorld({ withoutStart: true });
      await world.startUnder({ grants: grantsOn(on) });
      await using hand = await startHand(world, netOps);
      for (const name of everybody) {
        const may = covers && operators.includes(name);
        for (const [operation, text, gets] of commands) {
          const wanted = may ? gets : `answer: ${turnedAway('operator', covers, operators)}`;
          expectBegin(`${name} ${operation}`, await reactionTo(world, name, text), wanted);
        }
        const refused = `circuit.card: ${turnedAway('operator', covers, operators, 'lon-10')}`;
        const wanted = may ? 'request.review: *Create lon-10*' : refused;
        expectBegin(`${name} create`, await createBy(world, hand, name), wanted);
        const noted = [...commands.map(([operation]) => `${operation}: ${operation}`), 'create: propose'];
        // Whoever may is refused by the rules alone, and that is noted too.
        const byRule = ['delete: propose: deprovision-first'];
        const refusals = may ? byRule : noted.map((tried) => `${tried}: role-needed`);
        await eventually(async () => expect(await refusalsOf(world, name)).toEqual(refusals));
      }
      expect(world.arm.writes()).toEqual([]);
    },
  );

  test.each(scopes)(
    '%s let who may decide about requests there, and nobody else',
    async (_where, on, covers) => {
      await using pending = await startWithPending(grantsOn(on));
      const { world, open } = pending;
      const noApprover = turnedAway('approver', covers, approvers);
      const noOperator = turnedAway('operator', covers, operators);
      for (const name of everybody) {
        const decides = covers && approvers.includes(name);
        expectBegin(`${name} approve`, await pending.approve(name), decides ? 'approved' : noApprover);
        expectBegin(
          `${name} reject`,
          await pending.reject(name),
          decides ? 'clear' : `update: ${noApprover}`,
        );
        const stops = covers && operators.includes(name);
        // Whoever may stop a test hears that there is none.
        const noTest = `Request ${open} is still open: `;
        expectBegin(`${name} stop`, await pending.stop(name), stops ? noTest : noOperator);
        const isOthers = `Only <@${people.omar}> can withdraw ${open}: it is their request.`;
        if (name !== 'omar') expectBegin(`${name} withdraw`, await pending.withdraw(name), isOthers);
        const refused = [
          ...(decides ? [] : ['approve: role-needed', 'reject: role-needed']),
          stops ? 'stop-holding: request-over' : 'stop-holding: role-needed',
          ...(name === 'omar' ? [] : ['withdraw: not-the-requester']),
        ];
        const refusals = refused.map((tried) => `unlink: ${tried}`);
        await eventually(async () => expect(await refusalsOf(world, name)).toEqual(refusals));
      }
      // Whatever became of one's role: what one asked for oneself, one can take back.
      await pending.takeBack('omar');
      const rejections = covers ? [{ by: people.ana }, { by: people.adam }] : [];
      await eventually(async () => {
        const ends = (await trailOf(world)).filter(({ act }) => act === 'reject' || act === 'withdraw');
        expect(ends).toMatchObject([...rejections, { by: people.omar, channelId: approvals }]);
      });
      expect(world.arm.writes()).toEqual([]);
    },
  );
});
