import { nameOf } from '../open-enum.ts';
import { familyName } from '../peering/peering-name.ts';
import { reservationClauses, specialKindNames } from '../peering/special-names.ts';
import type { Invalidity } from './origin-validation.ts';
import type { ListFinding, Reason } from './preflight-reason.ts';
import { silenceClause } from './silence-words.ts';
import { asns, listed, routeText, vrpText } from './validation-text.ts';

type Kind = Reason['kind'];
type Of<K extends Kind> = Extract<Reason, { readonly kind: K }>;

/** What is known, each in a sentence that needs no other. Plain text: it stands in messages as in files. */
const sentences: { readonly [K in Kind]: (reason: Of<K>) => string } = {
  malformed: () => 'That is no network of its address family.',
  'host-bits': () =>
    'The address lies within a network and does not begin it: no registry has a record of that.',
  'default-route': () => 'Microsoft peering takes no default route.',
  'not-public': ({ range, special }) =>
    `It has addresses of ${range}, which are ${specialKindNames[special]}: Microsoft peering takes public addresses only.`,
  'asn-untold': () => 'Azure does not tell the AS number now, so there is nothing to look for.',
  'asn-reserved': ({ asn, by }) => `AS${asn} ${reservationClauses[by]}.`,
  'asn-private': ({ asn, whose }) =>
    `The ${whose} ASN ${asn} is private: nobody can prove to own it, so Microsoft asks for documents.`,
  'registry-none': () =>
    'The peering names no routing registry, so Azure looks into none: ownership is proven by hand.',
  'registry-not-asked': ({ registry }) =>
    `The peering names ${registry}, which is none of the routing registries that Azure looks into.`,
  'route-exact': ({ source, origin }) =>
    `${source} has a route object for exactly this prefix from AS${origin}.`,
  'route-other-origin': ({ source, origins }) =>
    `${source} has this prefix from ${asns(origins)} only: Azure ends in AsnValidationFailed.`,
  'route-beside': ({ objects }) =>
    `Other route objects contradict: ${listed(objects.map(({ origin, source }) => `AS${origin} in ${source}`))}.`,
  'route-elsewhere': ({ sources }) =>
    `The right route object is in ${listed(sources)}, where Azure is not told to look.`,
  'route-covering': ({ object }) =>
    `Only a larger block is registered (${routeText(object)}). Azure asks for the prefix itself; do not count on the block.`,
  'route-none': ({ source }) => `${source} has no route object for exactly this prefix.`,
  'route-untold': ({ source, silent }) =>
    silent.length === 0
      ? `Whether ${source} has a route object is not known: no server that holds it is asked.`
      : `Whether ${source} has a route object is not known: ${listed(silent.map(({ server, why }) => `${server} ${silenceClause(why)}`))}.`,
  'route-weak': ({ source }) => `Anybody can register in ${source}: such an object proves little.`,
  'rpki-valid': ({ vrps }) => `RPKI: valid, by ${listed(vrps.map(vrpText))}.`,
  'rpki-invalid': ({ why, vrps }) => `RPKI: invalid. ${invalidities[why]}: ${listed(vrps.map(vrpText))}.`,
  'rpki-not-found': () => 'RPKI: no ROA covers it, which is no objection.',
  'rpki-silent': ({ why }) => `RPKI was not looked at: its list ${silenceClause(why)}.`,
  'holder-ours': ({ organization }) =>
    `The addresses are registered to ${organization}, the circuit’s own organisation.`,
  'holder-other': ({ organization }) =>
    `The addresses are registered to ${organization}: nobody else can edit the record.`,
  'holder-uncompared': ({ organization }) =>
    organization === undefined
      ? 'The addresses are registered, and the registry does not tell to whom.'
      : `The addresses are registered to ${organization}. Whether that is you is not known: ORGANIZATION_NAMES is empty.`,
  'holder-unknown': () => 'The address registry knows no registration of these addresses.',
  'holder-silent': ({ why }) => `Who holds the addresses is not known: RDAP ${silenceClause(why)}.`,
  'record-differs': ({ firstAddress, lastAddress }) =>
    `The record is of ${firstAddress} to ${lastAddress}, not of the prefix alone: Microsoft may look for a certificate in a record of its own.`,
  'certificate-there': ({ count }) =>
    count === 1 ? 'A certificate stands in the record.' : `${count} certificates stand in the record.`,
  'certificate-impossible': () => 'LACNIC’s records take no certificate, so a signature cannot be checked.',
  overlaps: ({ others }) => `It shares addresses with ${listed(others)}, which is allowed.`,
  accepted: ({ state }) => `Microsoft has validated it already (${nameOf(state)}).`,
};

const invalidities: Readonly<Record<Invalidity, string>> = {
  origin: 'A ROA names another AS number',
  length: 'The ROA allows shorter prefixes only',
  as0: 'A ROA says that nobody may announce it',
};

export function reasonSentence<K extends Kind>(reason: Of<K> & { readonly kind: K }): string {
  const say: (reason: Of<K>) => string = sentences[reason.kind];
  return say(reason);
}

export function listFindingSentence({ family, count, limit }: ListFinding): string {
  return `${count} ${familyName(family)} prefixes are too many: Microsoft drops a BGP session with more than ${limit}. Summarise them.`;
}
