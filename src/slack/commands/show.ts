import { findKnownCircuit, showCircuit } from '../../usecases/show-circuit.ts';
import { chooserReply } from '../blocks/chooser.ts';
import { circuitCardReply } from '../blocks/circuit-card.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Command } from './command.ts';

export const showCommand: Command = {
  name: 'show',
  usage: '<circuit>',
  gist: 'everything about one, and what can be done',
  summary:
    'Everything about one circuit: states, routing domains, prefixes, links, where it stands and who must act.',
  details: [
    'A circuit is named by its name, by group/name, by its Azure resource id, or by a part that only it has.',
    'Where several fit, you choose.',
  ],
  examples: ['show lon-01', 'show rg-net-emea/edge-01'],
  async run(words, _ask, deps) {
    const asked = words.map(({ key, value }) => (key === undefined ? value : `${key}:${value}`)).join(' ');
    if (asked.trim() === '') return refusalReply({ code: 'circuit-unnamed', command: 'show' });
    const finding = await findKnownCircuit(deps, asked);
    switch (finding.kind) {
      case 'one':
        return circuitCardReply(await showCircuit(deps, finding.known), deps.now());
      case 'several':
        return chooserReply(asked, finding.candidates);
      case 'none':
        return refusalReply({ code: 'circuit-unknown', asked, didYouMean: finding.didYouMean });
    }
  },
};
