import { parseValidationId } from '../../../domain/validation/signature/validation-id.ts';

/** Days that the certificate is good for, as in Microsoft's own lines (facts/registry.md 1). */
const days = 365;

export type SignLines = {
  /** The same in sh and in PowerShell. */
  readonly certificate: readonly string[];
  readonly shell: readonly string[];
  readonly powershell: readonly string[];
};

/**
 * The command lines that end in a certificate and a signature, with nothing left to fill in. `validationId` has been
 * asserted to be plain text, and names are made so: nothing ends the single quotes. What is signed gets no newline.
 */
export function signLines(validationId: string, organizations: readonly string[]): SignLines {
  const sign = 'openssl dgst -sha256 -sign privkey.pem -out signature.bin validation-id.txt';
  return {
    certificate: [
      'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:4096 -out privkey.pem',
      `openssl req -new -x509 -sha256 -days ${days} -key privkey.pem -subj '${subjectFor(validationId, organizations)}' -out certificate.pem`,
      'cat certificate.pem',
    ],
    shell: [
      `printf '%s' '${validationId}' > validation-id.txt`,
      sign,
      'openssl base64 -A -in signature.bin -out signature.txt',
      'cat signature.txt; echo',
    ],
    powershell: [
      '$here = (Get-Location).ProviderPath',
      `[IO.File]::WriteAllText("$here\\validation-id.txt", '${validationId}', [Text.UTF8Encoding]::new($false))`,
      sign,
      '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$here\\signature.bin"))',
    ],
  };
}

/** `/O=Contoso Ltd/CN=AS64496 203.0.113.0\/24`: a slash of its own begins the next name in it. */
function subjectFor(validationId: string, [organization = '']: readonly string[]): string {
  const holder = plainName(organization);
  const parts = parseValidationId(validationId);
  const name = parts ? `AS${parts.asn} ${parts.prefix.replace('/', '\\/')}` : 'ExpressRoute prefix';
  return `${holder ? `/O=${holder}` : ''}/CN=${name}`;
}

/** X.520 allows 64 characters. Plain letters pass through every shell, console and openssl the same. */
function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9 .,()-]/gu, '')
    .replace(/ +/gu, ' ')
    .trim()
    .slice(0, 64);
}
