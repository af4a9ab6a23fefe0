import { answer, type Result, refuse } from '../../result.ts';

/** What was pasted where a certificate belongs. */
export const certificateTextFaults = [
  'request',
  'public-key',
  'signature',
  'none',
  'several',
  'cut',
] as const;
export type CertificateTextFault = (typeof certificateTextFaults)[number];

const begin = '-----BEGIN CERTIFICATE-----';
const end = '-----END CERTIFICATE-----';

/** The one certificate in it as PEM, with nothing around it: openssl prints words before it with -text. */
export function readCertificateText(pasted: string): Result<string, CertificateTextFault> {
  if (/BEGIN (?:NEW )?CERTIFICATE REQUEST/u.test(pasted)) return refuse('request');
  if (/BEGIN (?:RSA |EC )?PUBLIC KEY/u.test(pasted)) return refuse('public-key');
  const begins = pasted.split(begin).length - 1;
  if (begins === 0) return refuse(isBareBase64(pasted) ? 'signature' : 'none');
  if (begins > 1) return refuse('several');
  const inner = pasted.slice(pasted.indexOf(begin) + begin.length);
  if (!inner.includes(end)) return refuse('cut');
  return answer(`${begin}\n${linesOf(inner.slice(0, inner.indexOf(end)))}\n${end}\n`);
}

/** As openssl writes it, however it was wrapped or indented on the way here. */
function linesOf(body: string): string {
  return (body.replace(/\s+/gu, '').match(/.{1,64}/gu) ?? []).join('\n');
}

function isBareBase64(text: string): boolean {
  return /^[A-Za-z0-9+/=\s]{100,}$/u.test(text);
}
