import { parseValidationId, validationIdWith } from './validation-id.ts';

/** What was signed, or with what, instead of the validation ID with the certificate's key. */
export type Mistake =
  | { readonly kind: 'newline' | 'windows-newline' | 'byte-order-mark' | 'utf-16' | 'quotes' | 'blanks' }
  | { readonly kind: 'other-prefix'; readonly prefix: string }
  | { readonly kind: 'other-asn'; readonly asn: number }
  /** The certificate's key signed, and nothing that could be guessed. */
  | { readonly kind: 'other-text' }
  /** As openssl names it: sha1, sha512 … */
  | { readonly kind: 'other-digest'; readonly digest: string }
  /** The key of a certificate that stands in the registry record signed the right text; another certificate was pasted. */
  | { readonly kind: 'registry-key' }
  | { readonly kind: 'other-key' };

/** A text that somebody may have signed; a string stands for its UTF-8. */
export type Candidate = { readonly content: string | Uint8Array; readonly mistake: Mistake };

/** What else the same peering could have had signed. */
export type Neighbourhood = {
  /** Validation IDs of the other prefixes. */
  readonly ids: readonly string[];
  /** AS numbers that the peering knows. */
  readonly asns: readonly number[];
};

/** Everything that is worth a try, the likeliest first. Lazily: the first that fits ends the search. */
export function* candidatesFor(validationId: string, { ids, asns }: Neighbourhood): Generator<Candidate> {
  yield* slipsOf(validationId);
  const parts = parseValidationId(validationId);
  if (!parts) return;
  for (const other of ids) {
    const prefix = parseValidationId(other)?.prefix;
    if (prefix !== undefined && other !== validationId) yield* alike(other, { kind: 'other-prefix', prefix });
  }
  for (const asn of asns.filter((one) => one !== parts.asn))
    yield* alike(validationIdWith(validationId, { asn }), { kind: 'other-asn', asn });
  for (const prefix of resized(parts.prefix))
    yield* alike(validationIdWith(validationId, { prefix }), { kind: 'other-prefix', prefix });
}

const byteOrderMark = '\ufeff';

/** What `echo`, editors and PowerShell make of the right text. */
function* slipsOf(id: string): Generator<Candidate> {
  yield { content: `${id}\n`, mistake: { kind: 'newline' } };
  yield { content: `${id}\r\n`, mistake: { kind: 'windows-newline' } };
  for (const quoted of [`"${id}"`, `'${id}'`]) yield* alike(quoted, { kind: 'quotes' });
  for (const ending of endings) {
    yield { content: `${byteOrderMark}${id}${ending}`, mistake: { kind: 'byte-order-mark' } };
    yield { content: utf16(`${byteOrderMark}${id}${ending}`), mistake: { kind: 'utf-16' } };
    yield { content: utf16(`${id}${ending}`), mistake: { kind: 'utf-16' } };
  }
  for (const content of [`${id} `, `${id} \r\n`, `${id} \n`, ` ${id}`, ` ${id}\n`, `${id}\n\n`, `${id}\t`])
    yield { content, mistake: { kind: 'blanks' } };
}

const endings = ['', '\n', '\r\n'] as const;

function* alike(text: string, mistake: Mistake): Generator<Candidate> {
  for (const ending of endings) yield { content: `${text}${ending}`, mistake };
}

/** The same addresses as networks of every other size. */
function resized(prefix: string): readonly string[] {
  const [address = '', length = ''] = prefix.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const sizes = Array.from({ length: bits + 1 }, (_, size) => `${address}/${size}`);
  return [address, ...sizes].filter((one) => one !== `${address}/${length}`);
}

/** Little-endian, as Windows writes it. */
function utf16(text: string): Uint8Array {
  const codes = [...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => [code & 0xff, code >> 8]));
}
