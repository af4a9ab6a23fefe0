import type { Circuit } from '../model/circuit.ts';
import type { Peering } from '../model/peering.ts';
import { shownServiceKey } from './service-key.ts';

/** The text that the owner of a prefix signs: UTF-8, without a newline at its end. */
export function validationId(circuit: Circuit, peering: Peering, prefix: string): string {
  return `Azure-SKEY|${shownServiceKey(circuit)}|${prefix}|ASN-${validationAsn(peering)}`;
}

/** Recorded: the IPv6 validation ids carry the ASN of the IPv4 config, even when their own customerASN differs. */
function validationAsn(peering: Peering): number {
  return peering.microsoft?.customerASN || peering.ipv6?.microsoft?.customerASN || peering.peerASN;
}
