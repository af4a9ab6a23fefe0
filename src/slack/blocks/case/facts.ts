import { nameOf } from '../../../domain/open-enum.ts';
import type { CaseView } from '../../../domain/validation/case/view.ts';
import { joinMd, lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { moment } from '../time.ts';
import { prefixStateMeaning } from '../words/prefix-state.ts';
import { counted } from '../words/units.ts';

/** What it means: which prefixes Microsoft has not accepted, and what that costs. */
export function meaning({ facts, closed }: CaseView): Mrkdwn {
  const open = facts.total - facts.settled;
  if (closed || open === 0)
    return md`${counted(facts.total, 'prefix', 'prefixes')}, ${facts.settled} accepted by Microsoft.`;
  const of = facts.total === 1 ? md`The prefix is` : md`${open} of ${facts.total} prefixes are`;
  return md`${of} not validated: until Microsoft accepts ${open === 1 ? 'it' : 'them'}, it does not enable the BGP session for ${open === 1 ? 'it' : 'them'}.`;
}

export function prefixLines({ facts }: Pick<CaseView, 'facts'>): Mrkdwn {
  return lines(
    ...facts.prefixes.map(({ prefix, state, isSettled }) =>
      isSettled
        ? md`:white_check_mark: \`${prefix}\` accepted`
        : md`:small_orange_diamond: \`${prefix}\`${state === undefined ? nothing : md` ${nameOf(state)}: ${prefixStateMeaning(state)}`}`,
    ),
    facts.omitted > 0 ? md`… and ${facts.omitted} more` : nothing,
  );
}

/** What the prefixes are meant to belong to, what was collected, and the ticket. */
export function smallPrint(view: CaseView): Mrkdwn {
  const { facts, files, ticket, circuit, id, opened, closed } = view;
  const parts = [
    md`${id} · ${circuit.resourceGroup} · opened ${moment(opened.at)}${opened.by ? md` by ${person(opened.by)}` : nothing}`,
    facts.peerAsn === undefined ? nothing : md`peer ASN ${facts.peerAsn}`,
    facts.customerAsn === undefined ? nothing : md`customer ASN ${facts.customerAsn}`,
    md`routing registry ${facts.routingRegistry ?? 'none'}`,
    files.length === 0
      ? nothing
      : md`${counted(files.length, 'file')}: ${files.map(({ name }) => name).join(', ')}`,
    ticket ? ticketWords(ticket, closed !== undefined) : nothing,
  ];
  return joinMd(
    parts.filter(({ mrkdwn }) => mrkdwn !== ''),
    ' · ',
  );
}

/** After the end nobody looks at the ticket any more: how it stands then is Microsoft’s to tell. */
function ticketWords(
  { number, status, isMirrored }: NonNullable<CaseView['ticket']>,
  isOver: boolean,
): Mrkdwn {
  if (isOver) return md`ticket ${number}`;
  return md`ticket ${number}: ${status}${isMirrored ? '' : ', as far as was entered here'}`;
}
