import { diagnoseCircuit } from '../../usecases/diagnose-circuit.ts';
import { findKnownCircuit } from '../../usecases/show-circuit.ts';
import { chooserReply } from '../blocks/chooser.ts';
import { diagnosingReply, diagnosisReply } from '../blocks/diagnosis.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Command } from './command.ts';

export const diagnoseCommand: Command = {
  name: 'diagnose',
  usage: '<circuit>',
  gist: 'what Microsoft’s edge says of its sessions now',
  summary:
    'Asks Microsoft’s edge routers now: BGP sessions with their prefixes, ARP, and the traffic of both links; with a verdict.',
  details: [
    'It takes seconds: the edge looks into a router. Nothing is changed.',
    'ARP not answered points at layer 2: your interface, the cross-connect, the provider. ARP answered and BGP down points at BGP on your router.',
  ],
  examples: ['diagnose lon-01'],
  async run(words, ask, deps) {
    const asked = words.map(({ key, value }) => (key === undefined ? value : `${key}:${value}`)).join(' ');
    if (asked.trim() === '') return refusalReply({ code: 'circuit-unnamed', command: 'diagnose' });
    const finding = await findKnownCircuit(deps, asked);
    switch (finding.kind) {
      case 'several':
        return chooserReply(asked, finding.candidates, 'diagnose');
      case 'none':
        return refusalReply({ code: 'circuit-unknown', asked, didYouMean: finding.didYouMean });
      case 'one': {
        await ask.say(diagnosingReply(finding.known.circuit.name));
        const diagnosis = await diagnoseCircuit(deps, finding.known);
        return diagnosis.ok ? diagnosisReply(diagnosis.value) : refusalReply(diagnosis.refusal);
      }
    }
  },
};
