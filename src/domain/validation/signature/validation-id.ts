/** What the text says that Azure wants signed: `Azure-SKEY|<service key>|<prefix>|ASN-<asn>` (facts/registry.md 1). */
export type ValidationIdParts = { readonly prefix: string; readonly asn: number };

const form = /^(Azure-SKEY\|[0-9a-f-]{36}\|)([0-9a-f.:]{3,45}\/\d{1,3})(\|ASN-)(\d{1,10})$/iu;

/** Undefined: it is in another form than every one that was met. */
export function parseValidationId(text: string): ValidationIdParts | undefined {
  const [, , prefix, , asn] = form.exec(text) ?? [];
  return prefix && asn ? { prefix, asn: Number(asn) } : undefined;
}

/** Whether one stands in what somebody wrote, whole or in part: it holds the service key. */
export function isValidationIdWithin(text: string): boolean {
  return /Azure-SKEY\s*\|\s*[0-9a-f]{8}/iu.test(text);
}

/**
 * Whether it can stand between single quotes in a shell, in PowerShell too, and in a code block of Slack: nothing in it
 * ends any of them. Asserted, and not escaped: what has other characters is no validation ID.
 */
export function isPlainText(text: string): boolean {
  return /^[A-Za-z0-9|.:/_-]{1,300}$/u.test(text);
}

/** The same text about another prefix or AS number, as somebody may have signed by mistake. */
export function validationIdWith(text: string, parts: Partial<ValidationIdParts>): string {
  return text.replace(form, (_whole, key: string, prefix: string, mark: string, asn: string) => {
    return `${key}${parts.prefix ?? prefix}${mark}${parts.asn ?? asn}`;
  });
}
