import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bodyOf, get } from '../http/get.ts';
import { faultOf, SourceFault } from '../source-fault.ts';

/** What tells a version of the list from another. Of a URL: the headers with which to ask for a newer one. */
export type Version = Readonly<Record<string, string>>;

export type OpenList = { readonly chunks: AsyncIterable<Uint8Array>; readonly version: Version };

/** Opens the list; undefined: it is still that version. Throws SourceFault, or the signal's reason. */
export type OpenVrps = (known: Version | undefined, signal: AbortSignal) => Promise<OpenList | undefined>;

/** `location`: an address, or a file as `file:` or as a path. */
export function createVrpSource(location: string): OpenVrps {
  if (/^https?:/iu.test(location)) return (known, signal) => openUrl(location, known, signal);
  const path = /^file:/iu.test(location) ? fileURLToPath(location) : location;
  return (known, signal) => openFile(path, known, signal);
}

async function openUrl(url: string, known: Version = {}, signal: AbortSignal): Promise<OpenList | undefined> {
  const response = await get({ url, headers: { accept: 'application/json', ...known }, signal });
  if (response.ok) return { chunks: bodyOf(response), version: versionOf(response.headers) };
  await response.body?.cancel();
  if (response.status === 304) return undefined;
  if (response.status === 429) throw new SourceFault('throttled', 'It asks us to ask less often (HTTP 429).');
  const kind = response.status < 500 ? 'refused' : 'unreachable';
  throw new SourceFault(kind, `It answered HTTP ${response.status} instead of the list of ROAs.`);
}

function versionOf(headers: Headers): Version {
  const etag = headers.get('etag');
  const modified = headers.get('last-modified');
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(modified === null ? {} : { 'if-modified-since': modified }),
  };
}

async function openFile(path: string, known: Version | undefined, signal: AbortSignal) {
  const version = await fileVersion(path);
  const isSame = known?.modified === version.modified && known?.bytes === version.bytes;
  return isSame ? undefined : { chunks: contentOf(path, signal), version };
}

async function fileVersion(path: string) {
  try {
    const { mtimeMs, size } = await stat(path);
    return { modified: String(mtimeMs), bytes: String(size) };
  } catch (error) {
    throw faultOf(error);
  }
}

async function* contentOf(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { signal })) yield chunk;
  } catch (error) {
    throw faultOf(error);
  }
}
