import { describe, expect, test } from 'vitest';
import { changeInPortal, emea } from '../support/arm-hand.ts';
import type { Json } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { approve, cardOf, confirm } from '../support/life.ts';
import { botUserId, channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import { awaitStory, inShort, trailOf } from '../support/trail.ts';
import { startWatchedWorld, type WatchedWorld } from '../support/watched-world.ts';

const { netOps, approvals } = channels;
const title = 'Resize fra-02';
const done = 'bot succeed fra-02';
const onlyOnce = ['omar request fra-02', 'bot execute fra-02', done];

const azure = (world: WatchedWorld, fault: Json) =>
  world.control.post('faults', { target: 'azure', ...fault });
const slack = (world: WatchedWorld, fault: Json) =>
  world.control.post('faults', { target: 'slack', ...fault });

async function resize(world: WatchedWorld): Promise<void> {
  const omar = world.person('omar');
  await confirm(omar, await omar.commandForModal(netOps, 'resize fra-02 5Gbps'));
}

async function bandwidthOfFrankfurt(world: WatchedWorld): Promise<unknown> {
  const { circuits } = await world.control.get('world');
  const [found] = Array.isArray(circuits) ? circuits.filter(({ name }) => name === 'fra-02') : [];
  return found?.bandwidthMbps;
}

/** What was asked for is in Azure, its one message says so, and the trail tells it once. */
async function expectDoneOnce(world: WatchedWorld, writes = 1): Promise<void> {
  await cardOf(world, netOps, title, 'done in');
  expect(await bandwidthOfFrankfurt(world)).toBe(5_000);
  expect(world.arm.writes()).toEqual(
    Array.from({ length: writes }, () => expect.stringMatching(/^PUT .*\/fra-02$/u)),
  );
  expect(await awaitStory(world, 'fra-02', done)).toEqual(onlyOnce);
  const cards = (await world.control.messages(netOps)).filter(
    ({ user, ephemeral }) => user === botUserId && !ephemeral,
  );
  expect(cards).toHaveLength(1);
}

const limits = { timeout: 60_000 };
const sending = 'PUT /subscriptions';
const following = '/operations/';

describe.concurrent('a change that Azure does not take at once is done, and once,', limits, () => {
  test.each([
    ['when Azure throttles', { kind: 'throttle', retryAfter: 60 }, 'Azure asked to wait', 61_000, 2],
    ['when Azure answers 503', { kind: 'error' }, 'Azure does not answer', 31_000, 2],
    ['when the connection is cut', { kind: 'drop' }, 'Azure does not answer', 31_000, 2],
    ['when only the answer is lost', { kind: 'lose-answer' }, 'Azure does not answer', 31_000, 1],
  ])('%s', async (_when, fault, says, passMs, writes) => {
    await using world = await startWatchedWorld();
    await azure(world, { ...fault, match: sending, times: 1 });
    await resize(world);
    await eventually(async () =>
      expect(wordsOf(await cardOf(world, netOps, title, 'under way'))).toContain(
        `${says}; it goes on by itself`,
      ),
    );
    await world.advance(passMs);
    await expectDoneOnce(world, writes);
  });

  test.each([
    ['throttles', { kind: 'throttle', retryAfter: 60 }],
    ['answers 503', { kind: 'error' }],
    ['cuts the connection', { kind: 'drop' }],
  ])('when Azure %s while it is asked how it gets on', async (_what, fault) => {
    await using world = await startWatchedWorld();
    await azure(world, { ...fault, match: following, times: 2 });
    await resize(world);
    await cardOf(world, netOps, title, 'under way');
    await eventually(async () => {
      await world.advance(61_000);
      expect((await trailOf(world)).map(inShort)).toContain(done);
    });
    expect((await world.control.get('world')).faults).toEqual([]);
    await expectDoneOnce(world);
  });

  test('when somebody else’s change holds the circuit', async () => {
    await using world = await startWatchedWorld({ policy: { resize: { approvals: 1 } } });
    await resize(world);
    await world.control.post('azure/operations', { durationMs: 60_000, retryAfterSeconds: 1 });
    const circuit = `${emea}/resourceGroups/rg-net-emea/providers/Microsoft.Network/expressRouteCircuits/fra-02`;
    await changeInPortal(world, `${circuit}/authorizations/for-partner`, { properties: {} });
    await approve(world, 'ana', title);
    const waiting = await eventually(async () => {
      const card = await cardOf(world, approvals, title, 'under way').catch(() =>
        cardOf(world, approvals, title, 'approved'),
      );
      return wordsOf(card);
    });
    expect(waiting).toMatch(/Azure is busy with another change|as soon as no other change/u);
    await world.control.post('azure/operations', { durationMs: 0 });
    await world.advance(61_000);
    await world.advance(61_000);
    await cardOf(world, approvals, title, 'done in');
    expect(await bandwidthOfFrankfurt(world)).toBe(5_000);
  });
});

describe.concurrent('a change that Azure gives up', limits, () => {
  test('because the provider has not let go yet names the rule, the lag and the correlation id', async () => {
    await using world = await startWatchedWorld();
    await world.control.post('azure/operations', { durationMs: 60_000, retryAfterSeconds: 1 });
    const omar = world.person('omar');
    await confirm(omar, await omar.commandForModal(netOps, 'delete ams-01'));
    await approve(world, 'ana', 'Delete ams-01');
    await cardOf(world, approvals, 'Delete ams-01', 'under way');
    await world.control.post('azure/circuits/ams-01/provider', { state: 'Provisioned' });
    await world.advance(61_000);
    const failed = wordsOf(await cardOf(world, approvals, 'Delete ams-01', 'failed'));
    expect(failed).toContain('*ams-01* was not deleted.');
    expect(failed).toContain("Azure's record of its state is behind by some minutes");
    expect(failed).toContain('Error ConflictError: The specified dedicated circuit is not in Deprovisioned');
    expect(failed).toMatch(/Correlation id [0-9a-f-]{36}/u);
    expect(await awaitStory(world, 'ams-01', 'bot fail ams-01: ConflictError')).toHaveLength(4);
  });

  test('tells Azure’s words without the keys in them', async () => {
    await using world = await startWatchedWorld();
    const key = wordsOf(await world.person('omar').command(netOps, 'key fra-02')).match(
      /[0-9a-f-]{36}/u,
    )?.[0];
    expect(key).toBeDefined();
    const message = `The circuit with service key '${key}' has no room.`;
    const error = JSON.stringify({ code: 'InternalError', message, details: [] });
    world.arm.reword((body) =>
      body.replace(/"status":\s*"Succeeded"/u, `"status":"Failed","error":${error}`),
    );
    await resize(world);
    const failed = wordsOf(await cardOf(world, netOps, title, 'failed'));
    expect(failed).toContain("Error InternalError: The circuit with service key '[redacted]' has no room.");
    expect(failed).toContain('Azure failed within itself while resizing *fra-02*.');
    await awaitStory(world, 'fra-02', 'bot fail fra-02: InternalError');
    expect(world.logLines.join('')).not.toContain(key);
  });
});

describe.concurrent('while Slack is away, a request goes on, and is one message afterwards', limits, () => {
  test.each([
    ['answers nothing', { kind: 'error', match: 'chat.' }],
    ['throttles', { kind: 'throttle', retryAfter: 1, match: 'chat.' }],
  ])('when it %s', async (_what, fault) => {
    await using world = await startWatchedWorld({ withErrors: true });
    await slack(world, fault);
    await resize(world);
    await awaitStory(world, 'fra-02', done);
    const posts = (await world.control.messages(netOps)).filter(({ user }) => user === botUserId);
    expect(posts).toEqual([]);
    await slack(world, { kind: 'clear' });
    await eventually(async () => {
      await world.advance(61_000);
      expect((await world.posts(netOps)).length).toBeGreaterThan(0);
    });
    await expectDoneOnce(world);
  });

  test.each(['chat.postMessage', 'chat.update'])('when the answer to %s is lost', async (match) => {
    await using world = await startWatchedWorld({ withErrors: true });
    await world.control.post('azure/operations', { durationMs: 60_000, retryAfterSeconds: 1 });
    await slack(world, { kind: 'lose-answer', match, times: 1 });
    await resize(world);
    await cardOf(world, netOps, title, 'under way');
    await world.advance(61_000);
    await eventually(async () => {
      await world.advance(10_000);
      expect((await world.control.get('world')).faults).toEqual([]);
    });
    await expectDoneOnce(world);
  });
});
