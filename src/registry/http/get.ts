import { networkFaultOf, SourceFault } from '../source-fault.ts';

export type Question = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};

const redirectLimit = 5;

/**
 * GET, with redirects followed where they may lead. The answer may have any status but those of redirects. Throws
 * SourceFault, or the signal's reason.
 */
export async function get({ url, headers, signal }: Question): Promise<Response> {
  let at = new URL(url);
  for (let step = 0; step <= redirectLimit; step++) {
    const response = await ask(at, headers, signal);
    const next = redirectOf(response, at);
    if (!next) return response;
    await response.body?.cancel();
    if (!mayLead(at, next)) throw new SourceFault('refused', 'It leads to an address that is not followed.');
    at = next;
  }
  throw new SourceFault('refused', `It leads on and on: more than ${redirectLimit} redirects.`);
}

async function ask(url: URL, headers: Question['headers'], signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { 'user-agent': 'trunkline', ...headers },
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    throw fetchFault(error);
  }
}

function redirectOf(response: Response, base: URL): URL | undefined {
  const location = response.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return undefined;
  return URL.parse(location, base.href) ?? undefined;
}

/** Never back to less than it was: to plain http only on the same host, to this machine only from this machine. */
function mayLead(from: URL, to: URL): boolean {
  if (isLoopback(to)) return isLoopback(from) && /^https?:$/u.test(to.protocol);
  if (to.protocol === 'https:') return true;
  return to.protocol === 'http:' && from.protocol === 'http:' && from.hostname === to.hostname;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/** The text of an answer, of at most so many bytes. Throws SourceFault, or the signal's reason. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of bodyOf(response)) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new SourceFault('unreadable', 'It sent more than is read.');
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Throws SourceFault, or the signal's reason. */
export async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) yield chunk;
  } catch (error) {
    throw fetchFault(error);
  }
}

/** Whatever goes wrong on the way, fetch calls it a TypeError. */
function fetchFault(error: unknown): unknown {
  const fault = networkFaultOf(error);
  if (fault || !(error instanceof TypeError)) return fault ?? error;
  return new SourceFault('unreachable', 'The connection to it failed.', { cause: error });
}
