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
    ...prefixLines(open),
    '',
    ...evidenceLines(it),
    'We hold these prefixes together with the AS number above, or are authorized by their holder to advertise them.',
    'Please tell us if anything is missing.',
  ];
  return { title: title.slice(0, textLimits.title), body: cut(body) };
}

const linesShown = 40;

function prefixLines(prefixes: readonly CasePrefix[]): readonly string[] {
  const lines = prefixes
    .slice(0, linesShown)
    .map(({ prefix, state }) => `- ${prefix}${state === undefined ? '' : ` (${nameOf(state)})`}`);
  const more = prefixes.length - lines.length;
  return more > 0 ? [...lines, `- and ${more} more, all in the attached list`] : lines;
}

function evidenceLines({
  files,
  steps,
  preflight,
}: Pick<Case, 'files' | 'steps' | 'preflight'>): readonly string[] {
  const kept = files.filter(({ isRemoved }) => !isRemoved);
  const note = 'note' in steps.evidence ? steps.evidence.note : undefined;
  const seen = preflight?.verdicts.slice(0, 10).map(({ prefix, reason }) => `- ${prefix}: ${reason}`) ?? [];
  return [
    ...(seen.length > 0 ? ['What the public registries say:', ...seen, ''] : []),
    ...(kept.length > 0
      ? ['Attached:', ...kept.map(({ name, kind }) => `- ${name} (${kindWords[kind]})`), '']
      : []),
    ...(note ? ['References:', note, ''] : []),
  ];
}

const kindWords = {
  'letter-of-authorization': 'Letter of Authorization',
  'registry-record': 'registry record',
  allocation: 'allocation',
  contract: 'contract',
  preflight: 'what the public registries say',
  other: 'evidence',
} as const;

/** Whole lines, as many as a form takes. */
function cut(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length + 1 > textLimits.body) break;
    text += `${line}\n`;
  }
  return text.trimEnd();
}
