import type { Instant } from '../domain/instant.ts';
import type { Silence, Told } from '../domain/validation/evidence.ts';

/** A source's fault, not ours. The message is a short sentence fit for people; no address is in it. */
export class SourceFault extends Error {
  override readonly name = 'SourceFault';
  readonly kind: Silence;

  constructor(kind: Silence, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

export function told<T>(value: T, at: Instant): Told<T> {
  return { kind: 'told', value, at };
}

export function silent({ kind, message }: SourceFault): Told<never> {
  return { kind: 'silent', why: kind, detail: message };
}

/**
 * What went wrong on the way to a source, as its fault. An aborted call carries the reason of the abort, however deep.
 * Throws what is none of the network's errors: that is a bug, or an AbortError.
 */
export function faultOf(error: unknown): SourceFault {
  const fault = networkFaultOf(error);
  if (fault) return fault;
  throw error;
}

/** Undefined: it is none of the network's errors. */
export function networkFaultOf(error: unknown): SourceFault | undefined {
  if (error instanceof SourceFault) return error;
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === undefined) return networkFaultOf(error.cause);
  return new SourceFault('unreachable', sentenceOf(code), { cause: error });
}

/** What a server wrote, short and without what a terminal or a chat would obey. */
export function quoted(text: string): string {
  const plain = text.replace(/\p{C}/gu, ' ').replace(/\s+/gu, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}

/** Codes of sockets, names, files and TLS: ECONNREFUSED, CERT_HAS_EXPIRED; not those of an abort or of wrong use. */
function codeOf(error: Error): string | undefined {
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return /^(?:ABORT_ERR$|ERR_INVALID|ERR_OUT_OF)/u.test(error.code) ? undefined : error.code;
}

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: the connection was refused.',
  ECONNRESET: 'It broke off the connection.',
  EPIPE: 'It broke off the connection.',
  ENOTFOUND: 'Its name is not known to DNS.',
  EAI_AGAIN: 'DNS did not answer for its name.',
  ETIMEDOUT: 'It could not be reached in time.',
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read.',
};

function sentenceOf(code: string): string {
  return sentences[code] ?? `It could not be reached (${code}).`;
}
