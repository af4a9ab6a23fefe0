import { startOrder } from '../writes/order.ts';
import type { Command } from './command.ts';
import { onCircuit } from './with-circuit.ts';

export const orderCommand: Command = {
  name: 'order',
  usage: '<circuit>',
  gist: 'records the order, writes the text for the provider',
  summary:
    'Records what was ordered from the provider: number, contact, layer 2 or 3, promised day; and writes a text for the provider.',
  details: [
    'What is recorded decides who must act, and when the provider counts as late. Recorded again, it takes the place of what was there.',
    'The text holds the service key where you may see it; it is shown to you alone.',
  ],
  examples: ['order lon-01'],
  run: onCircuit('order', (known, _rest, opener, deps) => startOrder(known, opener, deps)),
};
