import { nameOf } from '../../open-enum.ts';
import type { Case, CasePrefix, TicketText } from './case.ts';
import { unsettled } from './case.ts';
import { textLimits } from './command.ts';

/**
 * The text of the ticket, from the facts alone. It says what Microsoft's own words for such a ticket ask for (faqs:
 * "proof of ownership for public prefixes"): the resource, the prefixes, the AS numbers, what proves that they belong
 * together. No service key is in it: Microsoft has the resource id.
 */
export function ticketText(
  it: Pick<Case, 'circuit' | 'facts' | 'files' | 'steps' | 'preflight'>,
): Pick<TicketText, 'title' | 'body'> {
  const { circuit, facts } = it;
  const open = unsettled({ facts });
  const title = `ExpressRoute Microsoft peering: proof of ownership for public prefixes, circuit ${circuit.name}`;
  const body = [
    `Please validate the advertised public prefixes of the Microsoft peering of circuit ${circuit.name} manually.`,
    '',
    `Circuit: ${circuit.id}`,
    `Peer ASN: ${facts.peerAsn ?? 'not told'}`,
    ...(facts.customerAsn ? [`Customer ASN: ${facts.customerAsn}`] : []),
    `Routing registry named in the peering: ${facts.routingRegistry ?? 'NONE'}`,
    '',
    'Prefixes:',
    ...upTo(room.prefixes, open.map(prefixLine)),
    '',
    ...evidenceLines(it),
    'We hold these prefixes together with the AS number above, or are authorized by their holder to advertise them.',
    'Please tell us if anything is missing.',
  ];
  return { title: title.slice(0, textLimits.title), body: body.join('\n').slice(0, textLimits.body) };
}

/** Characters for each of the lists, so that all of it fits into the form with the longest names that Azure allows. */
const room = { prefixes: 800, verdicts: 600, files: 450, note: 300 } as const;

function prefixLine({ prefix, state }: CasePrefix): string {
  return `- ${prefix}${state === undefined ? '' : ` (${nameOf(state)})`}`;
}

/** As many lines as fit, and how many are left out: everything is in the files. */
function upTo(limit: number, lines: readonly string[]): readonly string[] {
  let length = 0;
  const fitting = lines.findIndex((line) => {
    length += line.length + 1;
    return length > limit;
  });
  if (fitting < 0) return lines;
  return [...lines.slice(0, fitting), `- and ${lines.length - fitting} more, see the attached files`];
}

function evidenceLines({
  files,
  steps,
  preflight,
  facts,
}: Pick<Case, 'files' | 'steps' | 'preflight' | 'facts'>): readonly string[] {
  const kept = files.filter(({ isRemoved }) => !isRemoved);
  const note = 'note' in steps.evidence ? steps.evidence.note : undefined;
  const open = unsettled({ facts }).map(({ prefix }) => prefix);
  const seen = (preflight?.verdicts ?? [])
    .filter(({ prefix }) => open.includes(prefix))
    .map(({ prefix, reason }) => `- ${prefix}: ${reason}`);
  const attached = kept.map(({ name, kind }) => `- ${name} (${kindWords[kind]})`);
  return [
    ...(seen.length > 0 ? ['What the public registries say:', ...upTo(room.verdicts, seen), ''] : []),
    ...(attached.length > 0 ? ['Attached:', ...upTo(room.files, attached), ''] : []),
    ...(note ? ['References:', shortened(note), ''] : []),
  ];
}

/** Whoever reviews the text sees that something is missing. */
function shortened(note: string): string {
  return note.length > room.note ? `${note.slice(0, room.note - 1)}…` : note;
}

const kindWords = {
  'letter-of-authorization': 'Letter of Authorization',
  'registry-record': 'registry record',
  allocation: 'allocation',
  contract: 'contract',
  preflight: 'what the public registries say',
  other: 'evidence',
} as const;
