import { type Mrkdwn, md } from '../mrkdwn.ts';

/** Where the certificate is put, and how the record looks then. */
export type CertificatePlace = { readonly where: Mrkdwn; readonly look: readonly string[] };

const remarks = look('remarks:');

/** By the registry that the peering names. Source: facts/registry.md 2.4. */
const places: Readonly<Record<string, CertificatePlace>> = {
  ARIN: { where: md`In ARIN's record of the prefix: *Comments*.`, look: look('Comment:') },
  RIPENCC: { where: md`In RIPE's inetnum or inet6num of the prefix: *remarks*.`, look: remarks },
  APNIC: { where: md`In APNIC's inetnum or inet6num of the prefix: *remarks*, by MyAPNIC.`, look: remarks },
  AFRINIC: {
    where: md`In AFRINIC's inetnum or inet6num of the prefix: *remarks*, by MyAFRINIC.`,
    look: remarks,
  },
  LACNIC: {
    where: md`LACNIC's records take no certificate: it goes to Microsoft with a support ticket.`,
    look: [],
  },
};

/** Where the peering names a registry that keeps no address records (RADB, ALTDB), or none. */
const anywhere: CertificatePlace = {
  where: md`In the record of the prefix at the registry that gave out the addresses: *Comments* at ARIN; *remarks* at RIPE, APNIC and AFRINIC. For LACNIC, a support ticket instead.`,
  look: remarks,
};

export function certificatePlace(routingRegistry: string | undefined): CertificatePlace {
  return places[routingRegistry?.toUpperCase() ?? ''] ?? anywhere;
}

/** One line of the certificate each, with all its dashes. */
function look(field: string): readonly string[] {
  const lines = ['-----BEGIN CERTIFICATE-----', 'MIIF…', '-----END CERTIFICATE-----'];
  return lines.map((line) => `${field} ${line}`);
}
