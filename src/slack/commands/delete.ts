import { startDelete } from '../writes/delete.ts';
import type { Command } from './command.ts';
import { nothingAfter } from './name-after.ts';
import { onCircuit } from './with-circuit.ts';

const usage = '<circuit>';

export const deleteCommand: Command = {
  name: 'delete',
  usage,
  gist: 'deletes it, which ends billing',
  summary: 'Deletes a circuit that the provider has let go of; billing ends with it.',
  details: [
    'Only when the provider state is NotProvisioned, or on ExpressRoute Direct. Before that, deprovision it.',
    'Links, authorizations, Global Reach and route filters have to go first: all that is in the way is told at once, before Azure is asked.',
  ],
  examples: ['delete lon-01'],
  run: onCircuit('delete', (known, rest, opener, deps) => {
    const nothing = nothingAfter(rest, `delete ${usage}`);
    return nothing.ok ? startDelete(known, opener, deps) : nothing.refused;
  }),
};
