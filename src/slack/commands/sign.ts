import { showPrefixes, startSigning } from '../writes/sign.ts';
import type { Command } from './command.ts';
import { nameAfter } from './name-after.ts';
import { onCircuit } from './with-circuit.ts';

const usage = '<circuit> [prefix]';

export const signCommand: Command = {
  name: 'sign',
  usage,
  gist: 'proves its public prefixes with a signature',
  summary: 'How each public prefix of Microsoft peering stands, and a form that proves one with a signature.',
  details: [
    'The form has the validation ID, shown to you alone, and the openssl lines with everything filled in.',
    'Certificate and signature are checked before Azure sees them; what is wrong is said in words.',
    'Trunkline never asks for the private key, and keeps none that is pasted.',
  ],
  examples: ['sign lon-01', 'sign lon-01 203.0.113.0/24'],
  run: onCircuit('sign', async (known, rest, opener, deps) => {
    // An IPv6 prefix may look like a key and its value.
    const words = rest.map(({ key, value }) => ({ value: key === undefined ? value : `${key}:${value}` }));
    const named = nameAfter(words, `sign ${usage}`);
    if (!named.ok) return named.refused;
    return named.value === ''
      ? showPrefixes(known, opener.caller, deps)
      : startSigning(known, opener, deps, named.value);
  }),
};
