import { eventually, present } from './eventually.ts';
import { botUserId, channels, type PersonName, people } from './person.ts';
import { wordsOf } from './reading.ts';
import type { World } from './world.ts';

const waiting = ':hourglass_flowing_sand: One moment.';

/**
 * Types `/circuit …` and gets what comes, whatever it is: `modal <its id>: <its words>`, or `answer: <its words>` for this
 * person alone.
 */
export async function reactionTo(world: World, name: PersonName, text: string): Promise<string> {
  const user = people[name];
  const channel = channels.netOps;
  const answersNow = async () =>
    (await world.control.messages(channel, user)).filter((one) => one.user === botUserId && one.ephemeral);
  const modalsNow = async () => (await world.control.views(user)).filter(({ type }) => type === 'modal');
  const before = new Set([
    ...(await answersNow()).map(({ ts }) => ts),
    ...(await modalsNow()).map(({ id }) => id),
  ]);
  await world.control.post('slack/command', { user, channel, command: '/circuit', text });
  return eventually(async () => {
    const [answer] = (await answersNow()).filter(({ ts }) => !before.has(ts));
    if (answer) return `answer: ${wordsOf(answer)}`;
    const [modal] = (await modalsNow()).filter(({ id }) => !before.has(id));
    const { callback_id: id, ...view } = present(modal, `a reaction to "${text}" by ${name}`);
    if (wordsOf(view).includes(waiting)) throw new Error(`"${text}" still waits`);
    return `modal ${id}: ${wordsOf(view)}`;
  });
}
