import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { credentialsEnd } from '../../src/azure/credentials-end.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

/** Self-signed with `openssl req -x509 -days 30` for this test; its key was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBiDCCAS2gAwIBAgIUdtfUYmzLAndklHeld8Pv5ZTPUtUwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOdHJ1bmtsaW5lLXRlc3QwHhcNMjYxMTIzMDgxOTUzWhcNMjYx
MjIzMDgxOTUzWjAZMRcwFQYDVQQDDA50cnVua2xpbmUtdGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABAjA2UfkqF9UIKI6EyJ6jvl+6u8dlbbek7xyocD+9prI
cMm3/TnLrtwAln4hfD0eND2GptDfY+wxRI3ESQGvddSjUzBRMB0GA1UdDgQWBBRz
dzmXKqp/Nw8Q0S1iAdCXe1OFwjAfBgNVHSMEGDAWgBRzdzmXKqp/Nw8Q0S1iAdCX
e1OFwjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCEDsHV6aiH
ihqkXqNg28FH6KznqVT7wlYqpbwsjGezQwIhAIeO4Zkia9lh+VhhflS7nT5Bp9C6
KEdLnKNgLG/RvFW9
-----END CERTIFICATE-----`;
const endsAt = Date.parse('Dec 23 08:19:53 2026 GMT');
const before = endsAt - 86_400_000;

async function endIn(text: string, endOn?: number): Promise<number | undefined> {
  await using folder = await scratchFolder();
  const certificatePath = join(folder.path, 'identity.pem');
  await writeFile(certificatePath, text);
  return credentialsEnd({ certificatePath, endOn });
}

test('the end of a certificate is read from its file, wherever it stands in it', async () => {
  expect(await endIn(`Bag Attributes\n\n${certificate}\n`)).toBe(endsAt);
});

test('of a certificate and a day that was written down the first counts', async () => {
  expect(await endIn(certificate, before)).toBe(before);
  expect(await endIn(certificate, endsAt + 1)).toBe(endsAt);
});

test('what cannot be read has no end that is known', async () => {
  expect(await credentialsEnd({})).toBe(undefined);
  expect(await credentialsEnd({ certificatePath: '/there/is/none.pem' })).toBe(undefined);
  expect(await endIn('no certificate')).toBe(undefined);
  expect(await endIn('nothing', before)).toBe(before);
});
