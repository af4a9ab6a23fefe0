import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Signed = z.object({
  validationId: z.string(),
  certificate: z.string(),
  otherCertificate: z.string(),
  shortKeyCertificate: z.string(),
  ecCertificate: z.string(),
  issuedCertificate: z.string(),
  request: z.string(),
  publicKey: z.string(),
  signatures: z.record(z.string(), z.string()),
});

/** What openssl made of one validation ID, rightly and wrongly. The keys were thrown away. */
export const signed = Signed.parse(
  JSON.parse(readFileSync(new URL('../fixtures/signing/signed.json', import.meta.url), 'utf8')),
);

/** The signature of this name. */
export function signatureOf(name: string): string {
  const signature = signed.signatures[name];
  if (!signature) throw new Error(`there is no signature called ${name}`);
  return signature;
}
