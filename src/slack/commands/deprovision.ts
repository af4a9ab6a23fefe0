import { startDeprovision } from '../writes/deprovision.ts';
import type { Command } from './command.ts';
import { nothingAfter } from './name-after.ts';
import { onCircuit } from './with-circuit.ts';

const usage = '<circuit>';

export const deprovisionCommand: Command = {
  name: 'deprovision',
  usage,
  gist: 'has the provider take it down',
  summary:
    'Ends a circuit’s service: a text for the provider, the wait until it is done, and the deletion if wanted.',
  details: [
    'The provider takes the connection down, not Azure: Trunkline waits for the provider state NotProvisioned, for days if need be, and tells when it is there.',
    'Microsoft bills until the circuit itself is deleted. Ticked in the form, Trunkline deletes it by itself; links, authorizations, Global Reach and route filters have to go first.',
  ],
  examples: ['deprovision lon-01'],
  run: onCircuit('deprovision', (known, rest, opener, deps) => {
    const nothing = nothingAfter(rest, `deprovision ${usage}`);
    return nothing.ok ? startDeprovision(known, opener, deps) : nothing.refused;
  }),
};
