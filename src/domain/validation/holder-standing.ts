import { networkAround } from '../peering/addresses.ts';
import type { Holder, HolderSight } from './evidence.ts';
import { isSameOrganization } from './organization-name.ts';
import type { HolderReason } from './preflight-reason.ts';

/** Whose registration it is. `unknown`: the registry has none; `uncompared`: it has, and nobody can tell whether it is ours. */
export type HolderStanding = {
  readonly kind: 'ours' | 'other' | 'uncompared' | 'unknown' | 'silent';
  readonly organization: string | undefined;
  /** A certificate can stand in the record, and whether one does. */
  readonly takesCertificates: boolean;
  readonly hasCertificate: boolean;
  readonly reasons: readonly [HolderReason, ...HolderReason[]];
};

export function holderStanding(
  prefix: string,
  sight: HolderSight,
  organizationNames: readonly string[],
): HolderStanding {
  const nobody = { organization: undefined, takesCertificates: true, hasCertificate: false };
  if (sight.kind === 'silent')
    return { ...nobody, kind: 'silent', reasons: [{ kind: 'holder-silent', why: sight.why }] };
  if (!sight.value) return { ...nobody, kind: 'unknown', reasons: [{ kind: 'holder-unknown' }] };
  return registered(prefix, sight.value, organizationNames);
}

function registered(prefix: string, holder: Holder, organizationNames: readonly string[]): HolderStanding {
  const { kind, reason } = compared(holder, organizationNames);
  const takesCertificates = !isLacnic(holder);
  const count = holder.certificates.length;
  return {
    kind,
    organization: nameOfHolder(holder),
    takesCertificates,
    hasCertificate: takesCertificates && count > 0,
    reasons: [
      reason,
      ...(takesCertificates ? [] : [{ kind: 'certificate-impossible' } as const]),
      ...(takesCertificates && count > 0 ? [{ kind: 'certificate-there', count } as const] : []),
      ...differing(prefix, holder),
    ],
  };
}

function compared(
  holder: Holder,
  organizationNames: readonly string[],
): { readonly kind: HolderStanding['kind']; readonly reason: HolderReason } {
  const organization = nameOfHolder(holder);
  if (organization === undefined || organizationNames.length === 0)
    return { kind: 'uncompared', reason: { kind: 'holder-uncompared', organization } };
  return organizationNames.some((name) => isSameOrganization(name, organization))
    ? { kind: 'ours', reason: { kind: 'holder-ours', organization } }
    : { kind: 'other', reason: { kind: 'holder-other', organization } };
}

/** The network's own name only where no organisation is told: an upstream often names it after its customer. */
function nameOfHolder({ organization, name }: Holder): string | undefined {
  return organization ?? name;
}

/** NIC Brasil's registrations are LACNIC's. */
function isLacnic({ registry }: Holder): boolean {
  return /\blacnic\b|\bregistro\.br$/iu.test(registry);
}

/** Microsoft looks for the certificate in the record of the prefix itself. */
function differing(prefix: string, { firstAddress, lastAddress }: Holder): readonly HolderReason[] {
  const network = networkAround(prefix);
  const [first, last] = [firstAddress, lastAddress].map(addressNumber);
  if (!network || first === undefined || last === undefined) return [];
  const size = 1n << BigInt((network.family === 'ipv4' ? 32 : 128) - network.length);
  const isSame = first === network.first && last === network.first + size - 1n;
  return isSame ? [] : [{ kind: 'record-differs', firstAddress, lastAddress }];
}

function addressNumber(text: string): bigint | undefined {
  return networkAround(`${text}/${text.includes(':') ? 128 : 32}`)?.first;
}
