import { asnRefusals, isPrivateAsn } from '../peering/asn.ts';
import type { AsnReason } from './preflight-reason.ts';

type Asns = { readonly peerAsn?: number; readonly customerAsn?: number };

/** The AS number that Azure looks for in the registries; it says 0 where there is no customer's (expressroute-routing.md). */
export function expectedOrigin({ peerAsn, customerAsn }: Asns): number | undefined {
  return customerAsn || peerAsn;
}

/** What is to be said of the AS numbers before anybody is asked; undefined: nothing. */
export function asnReason({ peerAsn, customerAsn }: Asns): AsnReason | undefined {
  if (expectedOrigin({ peerAsn, customerAsn }) === undefined) return { kind: 'asn-untold' };
  const asns = [
    { whose: 'customer', asn: customerAsn || undefined },
    { whose: 'peer', asn: peerAsn },
  ] as const;
  const reasons = asns.flatMap(({ whose, asn }) => (asn === undefined ? [] : reasonsOf(asn, whose)));
  return reasons.find(({ kind }) => kind === 'asn-reserved') ?? reasons[0];
}

function reasonsOf(asn: number, whose: 'peer' | 'customer'): readonly AsnReason[] {
  const [refusal] = asnRefusals(asn, `${whose}-asn`);
  if (refusal?.code === 'asn-reserved') return [{ kind: 'asn-reserved', asn, by: refusal.by }];
  return isPrivateAsn(asn) ? [{ kind: 'asn-private', asn, whose }] : [];
}
