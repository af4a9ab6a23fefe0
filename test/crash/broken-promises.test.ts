import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventually } from '../support/eventually.ts';
import { type Env, startLife } from './storm/bot-life.ts';
import { type CrashWorld, openCrashWorld } from './storm/crash-world.ts';
import { startForgetfulSlack } from './storm/forgetful-slack.ts';
import { readTruth } from './storm/truth.ts';

const Part = z.record(z.string(), z.unknown());
const Stored = z.looseObject({ owed: z.array(Part), circuits: z.array(Part) });
type Stored = z.infer<typeof Stored>;

const isAbout = (circuit: string) => (part: object) => JSON.stringify(part).includes(`"name":"${circuit}"`);

async function readStore({ world }: CrashWorld): Promise<Stored> {
  return Stored.parse(JSON.parse(await readFile(world.storePath, 'utf8')));
}

/** A life in which these things happen, each seen by a poll of its own; it ends by SIGKILL when `until` is so. */
async function live(
  crash: CrashWorld,
  events: readonly (readonly [path: string, body: object])[],
  until: () => Promise<unknown>,
  env: Env = {},
): Promise<void> {
  const { world, diary } = crash;
  const life = await startLife(world, { ...crash.env, ...env });
  await using _process = life.bot;
  expect(await life.listens()).toBe(true);
  for (const [path, body] of events) {
    await world.control.post(`azure/circuits/${path}`, body);
    diary.note(await readTruth(world.control));
    expect(await life.poll()).toBe(true);
    diary.sure({ sessions: true });
  }
  await until();
  expect(await life.kill()).toEqual([]);
}

const settled = async () => {};

describe.concurrent('the check', { timeout: 300_000 }, () => {
  test('finds what is missing, double or out of order where what was seen and what it owes are stored apart', async () => {
    await using crash = await openCrashWorld();
    const { control, storePath } = crash.world;
    const before = await readStore(crash);
    await control.post('faults', { target: 'slack', kind: 'throttle', retryAfter: 600, match: 'chat.' });
    const cut = { peering: 'MicrosoftPeering', link: 'primary', up: false };
    await live(
      crash,
      [
        ['move-01/bandwidth', { mbps: 2_000 }],
        ['move-02/bandwidth', { mbps: 3_000 }],
        ['fail-01/bandwidth', { mbps: 4_000 }],
        ['fail-01/bandwidth', { mbps: 5_000 }],
        ['cut-01/links', cut],
        ['doubt-01/bandwidth', { mbps: 6_000 }],
      ],
      settled,
    );
    const after = await readStore(crash);
    const isLost = (part: object) => isAbout('move-01')(part) || isAbout('cut-01')(part);
    const turned = after.owed.filter(isAbout('fail-01')).toReversed();
    const kept = after.owed.filter((part) => !isLost(part) && !isAbout('fail-01')(part));
    const circuits = after.circuits.map((part) =>
      isAbout('move-02')(part) ? (before.circuits.find(isAbout('move-02')) ?? part) : part,
    );
    await writeFile(storePath, JSON.stringify({ ...after, circuits, owed: [...turned, ...kept] }));
    const { wrong } = await crash.finish();
    const here = wrong.filter((complaint) => complaint.startsWith('C0NETOPS001'));
    expect(here.map((complaint) => complaint.split(': ').slice(1, 3).join(' ')).sort()).toEqual([
      'cut-01 incidents',
      'fail-01 changes',
      'move-01 changes',
      'move-02 changes',
    ]);
  });

  test('finds what is double where Slack does not tell what has arrived', async () => {
    await using crash = await openCrashWorld();
    const { control, environment } = crash.world;
    await using slack = await startForgetfulSlack(environment.SLACK_API_URL ?? '');
    await control.post('faults', {
      target: 'slack',
      kind: 'lose-answer',
      match: 'chat.postMessage',
      times: 1,
    });
    const env = { SLACK_API_URL: slack.apiUrl };
    const played = async () => expect((await control.get('world')).faults).toEqual([]);
    await live(
      crash,
      [['cut-02/links', { peering: 'MicrosoftPeering', link: 'primary', up: false }]],
      () => eventually(played),
      env,
    );
    const { wrong } = await crash.finish(env);
    expect(wrong).toContainEqual(expect.stringMatching(/: 2 messages with the key 'incident\.INC-/u));
  });
});
