import { slackbotId } from './app-identity.ts';
import type { SlackWorld } from './slack-world.ts';

type Line = { readonly channel: string; readonly user: string; readonly text: string };

const lines: readonly Line[] = [
  {
    channel: 'C0NETOPS001',
    user: slackbotId,
    text: 'Welcome. Type `/circuit list` to see the ExpressRoute circuits, or `/circuit help` for everything else.',
  },
  {
    channel: 'C0NETOPS001',
    user: 'U0OMAR0001',
    text: 'Morning. Circuit alerts come to this channel from now on.',
  },
  { channel: 'C0NETOPS001', user: 'U0VERA0001', text: 'Thanks, I will watch it during the day.' },
  {
    channel: 'C0APPROVE01',
    user: 'U0ANA00001',
    text: 'Changes that need a second pair of eyes are asked for here.',
  },
  { channel: 'C0GENERAL01', user: 'U0ADAM0001', text: 'Lunch is at noon on Friday, all are welcome.' },
  { channel: 'C0PRIVATE01', user: 'U0OMAR0001', text: 'NOC shift notes stay in this channel.' },
];

/** A workspace that somebody lives in: the first thing a newcomer reads says what to type. */
export function greet(world: SlackWorld): void {
  for (const line of lines) world.timeline.post({ ...line, blocks: [] });
}
