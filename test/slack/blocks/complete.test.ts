import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeReply } from '../../../src/slack/blocks/notice/notice-reply.ts';
import { commands } from '../../../src/slack/commands/help.ts';
import { plainCast } from '../../support/slack-cast.ts';
import { catalogOf } from '../../support/slack-catalog.ts';
import { noticesOf } from '../../support/slack-notices.ts';

const root = join(import.meta.dirname, '../../../src/slack');

/** Every function of src/slack that makes a message or a view, by its name. */
async function renderers(folder: string): Promise<readonly string[]> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const modules = await Promise.all(
    files.filter((file) => file.endsWith('.ts')).map((file) => import(join(root, folder, file))),
  );
  return modules.flatMap((module) =>
    Object.keys(module).filter(
      (name) => /(?:Reply|View|Modal)$/u.test(name) && !/^(?:register|outcomeOf)/u.test(name),
    ),
  );
}

/** Made of the parts of others; what they make is in the catalog under `noticeReply`. */
const ofNotices = [
  'changeReply',
  'catchUpReply',
  'firstSightReply',
  'channelLostReply',
  'storeRecoveredReply',
  'requestReply',
  'requestEndedReply',
  'incidentReply',
  'incidentStepsReply',
  'digestReply',
  'digestTurnsReply',
  'caseReply',
  'caseEntriesReply',
];
const ofListeners = ['filteredListReply'];

test('each function that makes a message or a view has its cases', async () => {
  const all = await renderers('.');
  expect(all.length).toBeGreaterThan(20);
  const covered = [...Object.keys(await catalogOf(plainCast)), ...ofNotices, ...ofListeners];
  expect([...all].sort()).toEqual([...covered].sort());
});

test('each renderer of a notice is reached by a notice', async () => {
  const inFolder = (await renderers('blocks/notice')).filter((name) => name !== noticeReply.name);
  expect(inFolder.sort()).toEqual([...ofNotices].sort());
  expect(Object.keys(noticesOf(plainCast))).toHaveLength(ofNotices.length);
});

test('each command has its help shown', async () => {
  const { commandHelpReply } = await catalogOf(plainCast);
  expect(commandHelpReply.map(({ name }) => name)).toEqual(commands.map(({ name }) => `help ${name}`));
});
