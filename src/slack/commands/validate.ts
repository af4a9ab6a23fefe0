import { findKnownCircuit } from '../../usecases/show-circuit.ts';
import { freshPreflight } from '../actions/preflight.ts';
import { chooserReply } from '../blocks/chooser.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { preflightingReply } from '../blocks/validation/preflight.ts';
import type { Command } from './command.ts';

export const validateCommand: Command = {
  name: 'validate',
  usage: '<circuit>',
  gist: 'whether Microsoft will validate its prefixes',
  summary:
    'Asks routing registries, RPKI and RDAP now whether Microsoft will validate each advertised prefix by itself, and what to do if not.',
  details: [
    'Verdicts: likely automatic, to be signed, by support ticket, will fail, not clear yet. The worst come first.',
    'A registry that did not answer is said so; it never counts as “not found”.',
    'Nothing is changed. The evidence of each prefix is behind its button.',
  ],
  examples: ['validate lon-01'],
  async run(words, ask, deps) {
    const asked = words.map(({ key, value }) => (key === undefined ? value : `${key}:${value}`)).join(' ');
    if (asked.trim() === '') return refusalReply({ code: 'circuit-unnamed', command: 'validate' });
    const finding = await findKnownCircuit(deps, asked);
    switch (finding.kind) {
      case 'several':
        return chooserReply(asked, finding.candidates, 'validate');
      case 'none':
        return refusalReply({ code: 'circuit-unknown', asked, didYouMean: finding.didYouMean });
      case 'one': {
        await ask.say(preflightingReply(finding.known.circuit.name));
        return freshPreflight(finding.known, ask.userId, deps);
      }
    }
  },
};
