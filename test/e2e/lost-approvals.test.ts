import { expect, test } from 'vitest';
import { cardOf } from '../support/life.ts';
import { requestOf } from '../support/pending-requests.ts';
import { channels } from '../support/person.ts';
import { awaitStory } from '../support/trail.ts';
import { startWatchedWorld } from '../support/watched-world.ts';

const { approvals } = channels;
const title = 'Delete ams-01';

test('what became of a request while its channel was archived is told when the channel is back', async () => {
  await using world = await startWatchedWorld();
  await requestOf(world, 'omar', 'delete ams-01');
  const waiting = await cardOf(world, approvals, title, 'waits for approval');
  await world.control.post('slack/archive', { channel: approvals, archived: true });
  await world.advance(25 * 3_600_000);
  await awaitStory(world, 'ams-01', 'bot expire ams-01');
  await world.stopBot();
  await world.startBot();
  await world.control.post('slack/archive', { channel: approvals, archived: false });
  const over = await cardOf(world, approvals, title, 'expired');
  expect(over.ts).toBe(waiting.ts);
  const posts = await world.control.messages(approvals);
  expect(posts.filter(({ text }) => text.includes(title))).toHaveLength(1);
}, 60_000);
