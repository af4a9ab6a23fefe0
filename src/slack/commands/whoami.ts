import { whoamiReply } from '../blocks/whoami.ts';
import type { Command } from './command.ts';

export const whoamiCommand: Command = {
  name: 'whoami',
  usage: '',
  gist: 'your roles and what you may do',
  summary: 'Who you are to Trunkline and what you may do.',
  details: ['The ids that it shows are what configuration asks for.'],
  examples: ['whoami'],
  isForAnybody: true,
  run: async (_words, ask, { access }) => whoamiReply(ask, await access.profileOf(ask.userId)),
};
