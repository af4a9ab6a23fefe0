import { showServiceKey } from '../writes/key.ts';
import type { Command } from './command.ts';
import { onCircuit } from './with-circuit.ts';

export const keyCommand: Command = {
  name: 'key',
  usage: '<circuit>',
  gist: 'its service key, for you alone',
  summary: 'The circuit’s service key, shown to you alone. That you looked is in the audit trail.',
  details: [
    'It is there once Azure has issued it: when the provisioning state is Succeeded.',
    'Give it to the provider and to nobody else.',
  ],
  examples: ['key lon-01'],
  run: onCircuit('key', (known, _rest, { caller }, deps) => showServiceKey(known, caller, deps)),
};
