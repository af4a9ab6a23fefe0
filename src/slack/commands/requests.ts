import { viewOf } from '../../domain/approval/view.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { requestsReply } from '../blocks/request/requests.ts';
import type { Command } from './command.ts';

export const requestsCommand: Command = {
  name: 'requests',
  usage: '[all]',
  gist: 'what waits for approval or is under way',
  summary:
    'What was asked for and is not over: who must agree, what is under way. `all`: those that ended, too.',
  details: ['Each has a button that shows it here, with what you can do about it.'],
  examples: ['requests', 'requests all'],
  async run(words, _ask, deps) {
    const [word] = words;
    const isAll = word?.key === undefined && word?.value.toLowerCase() === 'all';
    if (word && !isAll)
      return refusalReply({ code: 'argument-unknown', word: word.value, usage: 'requests [all]' });
    const requests = await deps.store.requests({ all: isAll });
    return requestsReply(requests.map(viewOf).reverse(), isAll);
  },
};
