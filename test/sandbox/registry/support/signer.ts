import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Somebody with a private key and a certificate of it that is good for a year, both made by openssl. */
export async function createSigner() {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-signer-'));
  const openssl = (...args: readonly string[]) => run('openssl', args, { cwd: folder });
  await openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'key.pem');
  await openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    'key.pem',
    '-days',
    '365',
    '-subj',
    '/CN=prefixes',
    '-out',
    'cert.pem',
  );
  return {
    certificate: (await readFile(join(folder, 'cert.pem'), 'utf8')).trim(),
    /** Base64 in one line. */
    async sign(text: string): Promise<string> {
      await writeFile(join(folder, 'text'), text);
      await openssl('dgst', '-sha256', '-sign', 'key.pem', '-out', 'signature', 'text');
      return (await readFile(join(folder, 'signature'))).toString('base64');
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export type Signer = Awaited<ReturnType<typeof createSigner>>;
