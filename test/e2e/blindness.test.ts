import { rename } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cut, newest, standing, startAlertWorld, wire } from '../support/alert-world.ts';
import { eventually, present } from '../support/eventually.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import type { World } from '../support/world.ts';

const { netOps } = channels;
const first = 'subscription 5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';

const fault = (world: World, target: 'azure' | 'slack', kind: string, match?: string) =>
  world.control.post('faults', { target, kind, ...(match ? { match } : {}) });
const ownCards = async (world: World) =>
  (await standing(world)).filter(({ words }) => words.includes('*Trunkline* · '));

describe.concurrent('when it cannot see', { timeout: 60_000 }, () => {
  test('Azure, each subscription is said once, and once that it is seen again', async () => {
    await using world = await startAlertWorld();
    await fault(world, 'azure', 'error');
    await world.poll();
    await world.poll();
    const told = await newest(world, `*Trunkline* · cannot see ${first}`);
    expect(told.words).toContain('Silence does not mean health.');
    expect(told.words).toContain('*Whoever runs Trunkline*: nothing to do at first.');
    await world.advance(60_000);
    await world.advance(60_000);
    expect((await ownCards(world)).filter(({ words }) => words.includes('cannot see'))).toHaveLength(2);
    await fault(world, 'azure', 'clear');
    await world.poll();
    await world.advance(70_000);
    const over = await newest(world, `sees ${first} again after 2 min`);
    expect(over.message.ts).toBe(told.message.ts);
    expect(over.words).toMatch(/Not seen <!date/u);
    expect(await ownCards(world)).toHaveLength(2);
  });

  test('one subscription, the other is watched all the same', async () => {
    await using world = await startAlertWorld();
    await fault(world, 'azure', 'error', 'a94d02f6');
    await world.poll();
    await world.poll();
    await newest(world, 'cannot see subscription a94d02f6');
    await cut(world, 'primary');
    await newest(world, '*lon-01* · Microsoft peering · primary link down');
    expect((await standing(world)).map(({ words }) => words).join()).not.toContain(`cannot see ${first}`);
  });

  test('the metrics, that is said and sessions are found in the route tables', async () => {
    await using world = await startAlertWorld();
    await fault(world, 'azure', 'error', 'metrics:getBatch');
    await world.poll();
    await world.poll();
    const told = await newest(world, `cannot read the metrics of uksouth in ${first}`);
    expect(told.words).toContain(':red_circle: *Trunkline*');
    await cut(world, 'primary');
    await newest(world, '*lon-01* · Microsoft peering · primary link down');
    await fault(world, 'azure', 'clear');
    await world.poll();
    await world.advance(70_000);
    await newest(world, `reads the metrics of uksouth in ${first} again after`);
  });

  test('and a person asks for a circuit, the answer says how old it is', async () => {
    await using world = await startAlertWorld();
    await fault(world, 'azure', 'error');
    await world.poll();
    await world.poll();
    await newest(world, `cannot see ${first}`);
    expect(wordsOf(await world.person('vera').command(netOps, 'incidents'))).toContain(
      `*Trunkline* · cannot see ${first}`,
    );
  });
});

test('Slack that was away is said when it is back, with what was to be told meanwhile', async () => {
  await using world = await startAlertWorld({ withErrors: true });
  await fault(world, 'slack', 'error');
  await cut(world, 'primary');
  await eventually(async () => {
    await world.advance(60_000);
    const text = await (await fetch(`${world.opsUrl()}/readyz`)).text();
    expect(text).toContain('blind-slack');
  });
  await fault(world, 'slack', 'clear');
  await newest(world, '*lon-01* · Microsoft peering · primary link down');
  await world.poll();
  await newest(world, 'reaches Slack again');
  await world.advance(70_000);
  const told = await newest(world, 'reaches Slack again after');
  expect(told.thread.join('\n')).toContain('reach Slack (critical)');
});

test('what it saw cannot be written down, that is said, and when it can, what happened meanwhile, too', async () => {
  const env = { POLL_SECONDS: '30', POLL_MOVING_SECONDS: '1' };
  await using world = await startAlertWorld({ env, withErrors: true });
  await standing(world);
  await rename(world.dataDir, `${world.dataDir}-away`);
  await wire(world, 'primary', false);
  const said = await eventually(async () => {
    await world.advance(31_000).catch(() => undefined);
    const words = (await world.posts(netOps)).map(wordsOf);
    return present(
      words.find((one) => one.includes('*Trunkline* · ')),
      `the alarm among ${words.join('\n---\n')}`,
    );
  });
  expect(said).toContain('cannot write');
  await rename(`${world.dataDir}-away`, world.dataDir);
  await world.poll();
  await newest(world, '*lon-01* · Microsoft peering · primary link down');
  await newest(world, 'can write again');
});

describe.concurrent('the doctor', { timeout: 60_000 }, () => {
  test('finds what is broken first, with how to mend it, for an admin alone', async () => {
    await using world = await startAlertWorld();
    await world.control.put('slack/app', {
      scopes: ['commands', 'chat:write', 'channels:read', 'usergroups:read'],
    });
    await fault(world, 'azure', 'error', 'routeTablesSummary');
    const adam = world.person('adam');
    const said = await adam.sees(
      netOps,
      () => adam.command(netOps, 'doctor'),
      ({ text }) => text.includes('looked at'),
    );
    expect(wordsOf(said)).toMatch(/^:wrench: \*\d+ to mend/u);
    expect(wordsOf(said)).toContain(':x: *Slack scopes*: The app lacks');
    expect(wordsOf(said)).toContain('reinstall the app');
  });

  test.each(['omar', 'vera', 'ana'] as const)('is not for %s', async (name) => {
    await using world = await startAlertWorld();
    expect(wordsOf(await world.person(name).command(netOps, 'doctor'))).toContain('You need the role admin');
  });
});
