/** A chain of this many in one record is nobody's. */
const most = 32;

/**
 * The certificates in a registry record's lines. Registries break PEM up: into lines of a remark, into several remarks,
 * into one long line, with blanks or a written `\n` where lines ended. Given back as PEM of 64 columns.
 */
export function certificatesIn(lines: readonly string[]): readonly string[] {
  const [, ...begun] = lines.join('\n').split(/-{3,}\s*BEGIN\s+CERTIFICATE\s*-{3,}/iu);
  const bodies = begun.slice(0, most).flatMap((rest) => {
    const end = /-{3,}\s*END\s+CERTIFICATE\s*-{3,}/iu.exec(rest);
    return end ? [rest.slice(0, end.index).replace(/\\[nr]|\s/gu, '')] : [];
  });
  return [...new Set(bodies.filter(isDer))].map(toPem);
}

/** Base64 of something that begins as ASN.1's SEQUENCE does. Whether it is a certificate, who reads it finds out. */
function isDer(base64: string): boolean {
  return base64.length % 4 === 0 && /^MI[\da-z+/]+={0,2}$/iu.test(base64);
}

function toPem(base64: string): string {
  const lines = base64.match(/.{1,64}/gu) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
