import { type Mrkdwn, md } from '../mrkdwn.ts';

/** Where the certificate is put, by the registry that the peering names. Source: facts/registry.md 2.4. */
const places: Readonly<Record<string, Mrkdwn>> = {
  ARIN: md`In ARIN's record of the prefix: *Comments*.`,
  RIPENCC: md`In RIPE's inetnum or inet6num of the prefix: *remarks*, one line of the certificate each.`,
  APNIC: md`In APNIC's inetnum or inet6num of the prefix: *remarks*, in MyAPNIC.`,
  AFRINIC: md`In AFRINIC's inetnum or inet6num of the prefix: *remarks*, in MyAFRINIC.`,
  LACNIC: md`LACNIC's records hold no certificate: it goes to Microsoft with a support ticket.`,
};

/** Each registry, where the peering names one that keeps no address records (RADB, ALTDB), or none. */
const anywhere = md`In the record of the prefix at the registry that gave out the addresses: ARIN *Comments*; RIPE, APNIC and AFRINIC *remarks*; LACNIC: a support ticket instead.`;

export function certificatePlace(routingRegistry: string | undefined): Mrkdwn {
  return places[routingRegistry?.toUpperCase() ?? ''] ?? anywhere;
}

/** So that everybody who looks at the record sees whether it is right. */
export const certificateLook = `remarks: -----BEGIN CERTIFICATE-----
remarks: MIIF…
remarks: -----END CERTIFICATE-----`;
