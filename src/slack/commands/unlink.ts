import { startUnlink } from '../writes/unlink.ts';
import type { Command } from './command.ts';
import { nameAfter } from './name-after.ts';
import { onCircuit } from './with-circuit.ts';

const usage = '<circuit> [connection | authorization]';

export const unlinkCommand: Command = {
  name: 'unlink',
  usage,
  gist: 'takes a connection or an authorization away',
  summary: 'Takes a network’s connection away, or revokes an authorization that nobody uses.',
  details: [
    'The network behind the connection loses this circuit at once. An authorization that it redeemed stays, and can be revoked afterwards.',
    'An authorization in use is revoked after its connection is gone.',
  ],
  examples: ['unlink lon-01', 'unlink lon-01 conn-hub'],
  run: onCircuit('unlink', (known, rest, opener, deps) => {
    const wanted = nameAfter(rest, `unlink ${usage}`);
    return wanted.ok ? startUnlink(known, opener, deps, wanted.value) : wanted.refused;
  }),
};
