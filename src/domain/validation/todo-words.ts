import type { Invalidity } from './origin-validation.ts';
import type { TicketCause, Todo } from './preflight-todo.ts';
import { azureRegistryOf } from './routing-sources.ts';
import { asns } from './validation-text.ts';

/** The one thing to do, as a sentence. Plain text: it stands in messages as in files. */
export function todoSentence(todo: Todo): string {
  switch (todo.kind) {
    case 'nothing':
      return 'Nothing to do.';
    case 'rewrite':
      return todo.suggestion === undefined
        ? 'Write it as an address and a length, like 203.0.113.0/24.'
        : `Write it as ${todo.suggestion}, the network that the address is in.`;
    case 'use-public':
      return 'Advertise public addresses of your own instead, and translate (NAT) what is private.';
    case 'use-own-asn':
      return `Set an AS number of your own instead of AS${todo.asn}.`;
    case 'correct-origin':
      return `If AS${todo.asn} is right, change the route object in ${todo.source} to it. If ${asns(todo.origins, 'or')} is, set it as the customer ASN of the peering.`;
    case 'correct-roa':
      return roaSentence(todo);
    case 'name-registry':
      return `Name ${todo.registry} as the routing registry of the peering: the right object is there.`;
    case 'sign':
      return signSentence(todo);
    case 'open-ticket':
      return ticketSentences[todo.why];
    case 'ask-again':
      return 'Ask again in a few minutes. What was not told counts neither for it nor against it.';
    case 'configure-irr':
      return `Name a server that holds ${todo.source} in IRR_SERVERS, or look there yourself.`;
    case 'tell-names':
      return todo.organization === undefined
        ? 'Look at the record: if you can edit it, sign the prefix; if not, open a support ticket.'
        : `If ${todo.organization} is you, sign the prefix, and add the name to ORGANIZATION_NAMES. If not, open a support ticket.`;
  }
}

type Of<Kind extends Todo['kind']> = Extract<Todo, { readonly kind: Kind }>;

const roaWants: Readonly<Record<Invalidity, string>> = {
  origin: 'for',
  as0: 'for',
  length: 'up to this length for',
};

function roaSentence({ why, asn, length }: Of<'correct-roa'>): string {
  return `Make a ROA ${roaWants[why]} AS${asn} with a maximum length of at least ${length}, at the registry that assigned the addresses.`;
}

function signSentence({ hasCertificate, isSigned, orRegister }: Of<'sign'>): string {
  if (isSigned)
    return 'It is signed already: wait for Microsoft’s verdict, or sign it anew if it was refused.';
  const sign = hasCertificate
    ? 'Sign its validation ID with the key of the certificate in the record.'
    : 'Sign its validation ID, with a certificate in its registry record.';
  if (!orRegister) return sign;
  const { source, asn } = orRegister;
  const name = azureRegistryOf(source) === source ? source : `${source} (${azureRegistryOf(source)})`;
  return `${sign} Or register a route object for exactly this prefix with origin AS${asn} in ${name}.`;
}

const ticketSentences: Readonly<Record<TicketCause, string>> = {
  holder:
    'Get a Letter of Authorization from the holder, or have the holder register or sign it, and open a support ticket.',
  'private-asn':
    'Open a support ticket with proof that the addresses are yours, or use a public AS number of your own.',
  unregistered: 'Open a support ticket with proof that the addresses are yours.',
  'no-certificates':
    'Open a support ticket with proof that the addresses are yours: LACNIC’s records take no certificate.',
};
