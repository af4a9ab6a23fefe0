import { parseFilter } from '../../domain/circuit/filter.ts';
import type { Word } from '../../domain/text/words.ts';
import { listIncidents } from '../../usecases/alerts/list-incidents.ts';
import { incidentsReply } from '../blocks/incident/incidents.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Command } from './command.ts';

export const incidentsCommand: Command = {
  name: 'incidents',
  usage: '[all] [filters]',
  gist: 'what is wrong now, the worst first',
  summary:
    'What is wrong now, the worst first: sessions, writes, prefixes, connections, and what I cannot see.',
  details: [
    'all: those that are over, too',
    'filters narrow the circuits, as in list; what I cannot see myself is of no circuit',
    'Each can be shown, acknowledged or taken over from there.',
  ],
  examples: ['incidents', 'incidents all', 'incidents location:London', 'incidents all lon-01'],
  async run(words, _ask, deps) {
    const all = words.some(isAll);
    const filter = parseFilter(words.filter((word) => !isAll(word)));
    if (!filter.ok) return refusalReply(filter.refusal);
    return incidentsReply(await listIncidents(deps, { filter: filter.value, all }, 0));
  },
};

function isAll({ key, value }: Word): boolean {
  return key === undefined && value.toLowerCase() === 'all';
}
