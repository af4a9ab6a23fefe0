import { startCreate } from '../writes/create.ts';
import type { Command } from './command.ts';
import { openerOf } from './with-circuit.ts';

export const createCommand: Command = {
  name: 'create',
  usage: '[name]',
  gist: 'a new circuit; billing starts with its key',
  summary:
    'A new circuit, from Azure’s live catalogue of providers, locations and bandwidths. Billing starts with its service key.',
  details: [
    'A form asks for the rest; a review shows what would be created before anything is.',
    'Afterwards: /circuit key and /circuit order.',
  ],
  examples: ['create', 'create lon-02'],
  run: (words, ask, deps) =>
    startCreate(words.find(({ key }) => key === undefined)?.value ?? '', openerOf(ask), deps),
};
