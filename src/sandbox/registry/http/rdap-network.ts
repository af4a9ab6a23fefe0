import { firstAddress, lastAddress, type Prefix } from '../world/prefix.ts';
import type { AddressRegistry, Holder } from '../world/records.ts';

const port43: Readonly<Record<AddressRegistry, string>> = {
  ARIN: 'whois.arin.net',
  RIPE: 'whois.ripe.net',
  APNIC: 'whois.apnic.net',
  AFRINIC: 'whois.afrinic.net',
  LACNIC: 'whois.lacnic.net',
};

type Shown = {
  readonly holder: Holder;
  /** The record of the block around this one. */
  readonly parent: Holder | undefined;
  /** As ARIN tells them beside the record. */
  readonly originAsns: readonly number[];
  /** Where this is read. */
  readonly href: string;
};

/** An `ip network` of RFC 9083, in the way of the registry that answers. */
export function rdapNetwork({ holder, parent, originAsns, href }: Shown) {
  const { prefix, handle, name, organization, country, type, registry } = holder;
  return {
    rdapConformance: ['rdap_level_0', 'cidr0', ...(registry === 'ARIN' ? ['arin_originas0'] : [])],
    objectClassName: 'ip network',
    handle,
    startAddress: firstAddress(prefix),
    endAddress: lastAddress(prefix),
    ipVersion: `v${prefix.family}`,
    name,
    type,
    country,
    parentHandle: parent?.handle,
    status: ['active'],
    cidr0_cidrs: [cidr0(prefix)],
    entities: [registrant(organization, registry)],
    remarks: remarksOf(holder),
    links: [{ value: href, rel: 'self', type: 'application/rdap+json', href }],
    port43: port43[registry],
    ...(registry === 'ARIN' && { arin_originas0_originautnums: originAsns }),
  };
}

function cidr0(prefix: Prefix) {
  return { [`v${prefix.family}prefix`]: firstAddress(prefix), length: prefix.length };
}

function registrant(organization: string, registry: AddressRegistry) {
  const initials = organization.replaceAll(/[^A-Z]/gu, '') || 'X';
  return {
    objectClassName: 'entity',
    handle: registry === 'ARIN' ? `${initials}-1` : `ORG-${initials}1-${registry}`,
    roles: ['registrant'],
    vcardArray: [
      'vcard',
      [
        ['version', {}, 'text', '4.0'],
        ['fn', {}, 'text', organization],
        ['kind', {}, 'text', 'org'],
      ],
    ],
  };
}

/** The record's free text, one array entry a line: that is how a certificate comes back in pieces. */
function remarksOf({ registry, remarks, organization }: Holder) {
  const lines = remarks.flatMap((remark) => remark.split('\n'));
  if (registry === 'ARIN')
    return lines.length > 0 ? [{ title: 'Registration Comments', description: lines }] : undefined;
  if (registry === 'RIPE') return [{ description: [organization, ...lines] }];
  return [
    { title: 'description', description: [organization] },
    ...(lines.length > 0 ? [{ title: 'remarks', description: lines }] : []),
  ];
}
