import { parseQuiet } from '../../domain/alert/quiet-words.ts';
import { quietReply } from '../blocks/quiet.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { endQuiet, quietHoursOf, setQuiet } from '../quiet.ts';
import { alertChannel } from './alert-channel.ts';
import type { Command } from './command.ts';
import { callerOf } from './with-circuit.ts';

export const quietCommand: Command = {
  name: 'quiet',
  usage: '[22:00-07:00] [zone] [days] | off',
  gist: 'hours in which only the critical is told here',
  summary:
    'Hours in which this channel is told only what is critical; the rest comes in one message when they end.',
  details: [
    'Without words: what is set, and a form.',
    'zone: as Europe/London; the city is enough. Where hours are set already, theirs is taken.',
    'days: weekdays, weekends, or mon,tue,…: the days on which the hours begin. Without: every day.',
    'Who plans maintenance may set them.',
  ],
  examples: ['quiet', 'quiet 22:00-07:00 Europe/London', 'quiet 18:00-08:00 Tokyo weekdays', 'quiet off'],
  async run(words, ask, deps) {
    const channelId = await alertChannel(ask, deps);
    const present = await quietHoursOf(channelId, deps);
    const [first] = words;
    if (!first) return quietReply(channelId, present);
    const isOff = words.length === 1 && first.key === undefined && first.value.toLowerCase() === 'off';
    if (isOff) return endQuiet(ask.client, callerOf(ask), channelId, deps);
    const hours = parseQuiet(words, present?.zone);
    if (!hours.ok) return refusalReply(hours.refusal);
    return setQuiet(ask.client, callerOf(ask), { ...hours.value, channelId }, deps);
  },
};
