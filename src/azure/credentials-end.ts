import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Instant } from '../domain/instant.ts';

export type CredentialsDoor = {
  /** A PEM file with the certificate by which the identity signs in: @azure/identity reads it, too. */
  readonly certificatePath?: string;
  /** The last day of a secret, as somebody wrote it down: Azure does not tell it to whom it belongs. */
  readonly endOn?: Instant;
};

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/u;

/** When the credentials end, as far as it can be known: the first end of what is known. */
export async function credentialsEnd({
  certificatePath,
  endOn,
}: CredentialsDoor): Promise<Instant | undefined> {
  const certificateEnd = certificatePath === undefined ? undefined : await endOfCertificate(certificatePath);
  const ends = [certificateEnd, endOn].filter((end) => end !== undefined);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Undefined: there is none to read. Signing in will say what is wrong with it. */
async function endOfCertificate(path: string): Promise<Instant | undefined> {
  try {
    const [pem] = block.exec(await readFile(path, 'utf8')) ?? [];
    return pem === undefined ? undefined : Date.parse(new X509Certificate(pem).validTo);
  } catch {
    return undefined;
  }
}
