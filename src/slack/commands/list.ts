import { parseFilter } from '../../domain/circuit/filter.ts';
import type { Word } from '../../domain/text/words.ts';
import { listCircuits } from '../../usecases/list-circuits.ts';
import { circuitListReply } from '../blocks/circuit-list.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Command } from './command.ts';

export const listCommand: Command = {
  name: 'list',
  usage: '[filters] [page:n]',
  gist: 'all circuits, with what each waits for',
  summary:
    'The circuits, ten a page, with what each waits for. Answers from memory and says how old that is.',
  details: [
    'state: a state as Azure names it (Provisioned, Enabled, Failed, ValidationNeeded …) or a situation (created, deprovisioned …)',
    'provider: and location: a part of the name',
    'subscription: the beginning of the Azure subscription’s id',
    'tag:name or tag:name=value',
    'needs:attention – those that wait for you',
    'a word alone: a part of the circuit’s name or group/name',
  ],
  examples: [
    'list',
    'list needs:attention',
    'list provider:"Equinix UK" state:provisioned',
    'list tag:env=prod page:2',
  ],
  async run(words, _ask, deps) {
    const page = pageOf(words);
    if (page === undefined)
      return refusalReply({ code: 'page-malformed', value: words.find(isPage)?.value ?? '' });
    const filter = parseFilter(words.filter((word) => !isPage(word)));
    if (!filter.ok) return refusalReply(filter.refusal);
    return circuitListReply(await listCircuits(deps, filter.value, page - 1), deps.now());
  },
};

function isPage({ key }: Word): boolean {
  return key?.toLowerCase() === 'page';
}

/** Counted from 1, as people do; undefined when it is no page. */
function pageOf(words: readonly Word[]): number | undefined {
  const given = words.find(isPage)?.value;
  if (given === undefined) return 1;
  return /^[1-9]\d{0,5}$/u.test(given) ? Number(given) : undefined;
}
