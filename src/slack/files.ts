import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { SlackFault } from '../usecases/ports.ts';
import type { SharedFile, SlackFiles } from '../usecases/validation/files.ts';
import { guardedFetch } from './client.ts';
import { download } from './download.ts';
import { platformCode } from './outcome.ts';

export type SlackFilesOptions = {
  readonly client: WebClient;
  readonly token: string;
  readonly apiUrl: string;
  /** For the bytes of one file. */
  readonly timeoutMs?: number;
};

/** Files may be megabytes, on a slow line. */
const usualTimeoutMs = 30_000;

/** What Slack refuses for good, and what mends it. */
const mends: Readonly<Record<string, string>> = {
  missing_scope:
    'the app lacks the scopes files:read and files:write: paste manifest.yml into its page and install it again',
  file_upload_size_restricted: 'the workspace takes no files of this size',
  file_type_not_allowed: 'the workspace takes no files of this type',
  not_in_channel: 'I am not in this channel',
  storage_limit_reached: 'the workspace has no room for files left',
};

const goneCodes: readonly string[] = ['file_not_found', 'file_deleted'];
const goneModes: readonly string[] = ['tombstone', 'hidden_by_limit'];

/** Files in Slack. The token goes along when one is fetched; where one is put, the address itself lets us in. */
export function createSlackFiles(options: SlackFilesOptions): SlackFiles {
  const { client, token, apiUrl, timeoutMs = usualTimeoutMs } = options;
  const guarded = guardedFetch(apiUrl);
  return {
    async fetch(fileId, maxBytes) {
      const file = await infoOf(client, fileId);
      if (!file || (file.size ?? 0) > maxBytes) return undefined;
      const { name = 'file', mimetype: mimeType = '', size } = file;
      const url = file.url_private_download ?? file.url_private;
      if (file.is_external || !url) throw fetchFault('it is not kept in Slack itself');
      const content = await download(guarded, { url, token, mimeType, size, maxBytes, timeoutMs });
      return content && { name, mimeType, bytes: content.byteLength, content };
    },
    async share(file) {
      const { upload_url: url, file_id: id } = await announce(client, file);
      if (!url || !id) throw shareFault('it said nowhere to put it');
      await put(guarded, url, file.content, timeoutMs);
      await complete(client, file, id);
    },
  };
}

/** Undefined: Slack has it no more. */
async function infoOf(client: WebClient, fileId: string) {
  try {
    const { file } = await client.files.info({ file: fileId });
    return file && !goneModes.includes(file.mode ?? '') ? file : undefined;
  } catch (error) {
    if (goneCodes.includes(platformCode(error))) return undefined;
    throw toFault(fetchFault, error);
  }
}

async function announce(client: WebClient, { name, content }: SharedFile) {
  try {
    return await client.files.getUploadURLExternal({ filename: name, length: content.byteLength });
  } catch (error) {
    throw toFault(shareFault, error);
  }
}

async function put(
  guarded: typeof fetch,
  url: string,
  content: Uint8Array,
  timeoutMs: number,
): Promise<void> {
  const answer = await guarded(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw shareFault('no answer', { cause });
  });
  await answer.body?.cancel();
  if (!answer.ok) throw shareFault(`HTTP ${answer.status}`);
}

async function complete(client: WebClient, { channelId, threadTs, title }: SharedFile, id: string) {
  try {
    await client.files.completeUploadExternal({
      files: [{ id, title }],
      channel_id: channelId,
      thread_ts: threadTs,
    });
  } catch (error) {
    throw toFault(shareFault, error);
  }
}

type Fault = (why: string, options?: ErrorOptions & { retryAfterMs?: number }) => SlackFault;

const fetchFault: Fault = (why, options) =>
  new SlackFault(`Slack did not hand over the file (${why})`, options);
const shareFault: Fault = (why, options) => new SlackFault(`Slack did not take the file (${why})`, options);

function toFault(fault: Fault, cause: unknown): SlackFault {
  if (cause instanceof WebAPIRateLimitedError) {
    return fault('too many calls', { cause, retryAfterMs: cause.retryAfter * 1_000 });
  }
  const code = platformCode(cause);
  return fault(mends[code] ?? code, { cause });
}
