import { failoverLinks } from '../../domain/operation/intent.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { startFailover } from '../writes/failover.ts';
import type { Command } from './command.ts';
import { nameAfter } from './name-after.ts';
import { onCircuit } from './with-circuit.ts';

const usage = '<circuit> [primary | secondary]';

export const failoverCommand: Command = {
  name: 'failover',
  usage,
  gist: 'takes one link away for some minutes, as a test',
  summary: 'Has Azure take one link away for some minutes, to see that the other carries the traffic.',
  details: [
    'The test stops by itself after the time that you choose, 1 to 240 minutes, and can be stopped earlier.',
    'Refused while there is no redundancy: each enabled peering must be configured on both links.',
  ],
  examples: ['failover lon-01', 'failover lon-01 primary'],
  run: onCircuit('failover', async (known, rest, opener, deps) => {
    const named = nameAfter(rest, `failover ${usage}`);
    if (!named.ok) return named.refused;
    const { value: word } = named;
    const link = failoverLinks.find((one) => one.toLowerCase() === word.toLowerCase());
    if (word !== '' && !link)
      return refusalReply({ code: 'argument-unknown', word, usage: `failover ${usage}` });
    return startFailover(known, opener, deps, link);
  }),
};
