import { SlackFault } from '../usecases/ports.ts';

export type Download = {
  readonly url: string;
  readonly token: string;
  /** As Slack tells them of the file; `size` in bytes. */
  readonly mimeType: string;
  readonly size: number | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
};

/** From one of Slack's hosts to another of them, at most. */
const redirectLimit = 3;
const untoldRetryAfterMs = 30_000;

/**
 * The bytes of a file. Undefined: it is gone, or larger than it may be. `guarded` goes to Slack alone, so neither a link nor a
 * redirect takes the token elsewhere. Throws SlackFault.
 */
export async function download(guarded: typeof fetch, file: Download): Promise<Uint8Array | undefined> {
  const signal = AbortSignal.timeout(file.timeoutMs);
  try {
    const answer = await follow(guarded, file, signal);
    if (answer.status === 404 || answer.status === 410) return await without(answer, undefined);
    const fault = faultOf(answer, file);
    if (fault) throw await without(answer, fault);
    const content = await read(answer, file.maxBytes);
    if (content && file.size !== undefined && content.byteLength < file.size) throw failed('it came in part');
    return content;
  } catch (cause) {
    if (cause instanceof SlackFault) throw cause;
    throw failed(signal.aborted ? `it took longer than ${file.timeoutMs / 1_000} s` : 'no answer', { cause });
  }
}

async function follow(
  guarded: typeof fetch,
  { url, token }: Download,
  signal: AbortSignal,
): Promise<Response> {
  let place = url;
  for (let hop = 0; hop <= redirectLimit; hop++) {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await guarded(place, { headers, redirect: 'manual', signal });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null;
    if (next === null) return answer;
    await answer.body?.cancel();
    place = new URL(next, place).href;
  }
  throw failed('it leads from one address to the next');
}

/** A page to sign in answers 200: it must not be taken for the file. */
function faultOf({ status, ok, headers }: Response, { mimeType }: Download): SlackFault | undefined {
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : untoldRetryAfterMs;
    return failed('too many calls', { retryAfterMs });
  }
  if (!ok) return failed(`HTTP ${status}`);
  const isPage = /^text\/html\b/iu.test(headers.get('content-type') ?? '');
  return isPage && !/^text\/html\b/iu.test(mimeType)
    ? failed('it asks me to sign in: the app lacks the scope files:read, or may not see this file')
    : undefined;
}

/** Undefined: there is more than is read. */
async function read(answer: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the download.
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** What nobody reads would keep the connection. */
async function without<T>(answer: Response, value: T): Promise<T> {
  await answer.body?.cancel();
  return value;
}

function failed(why: string, options?: ErrorOptions & { retryAfterMs?: number }): SlackFault {
  return new SlackFault(`Slack did not hand over the file (${why})`, options);
}
