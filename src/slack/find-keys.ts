import type { WebClient } from '@slack/web-api';
import type { Instant } from '../domain/instant.ts';
import type { Posted } from '../usecases/ports.ts';

/** Slack's metadata name of our messages; their payload holds the key under which they were owed. */
export const owedEventType = 'trunkline_owed';

/** A conversation, or with `ts` the thread of one of its messages. */
type Place = { readonly channel: string; readonly ts?: string };

const pageLimit = 20;

/** Which of our messages stand in a place since then: the newest pages of it, as many as are needed. */
export async function findKeys(
  client: WebClient,
  { channel, ts }: Place,
  keys: ReadonlySet<string>,
  since: Instant,
): Promise<ReadonlyMap<string, Posted>> {
  const found = new Map<string, Posted>();
  let cursor: string | undefined;
  for (let page = 0; page < pageLimit && found.size < keys.size; page++) {
    const query = {
      channel,
      oldest: (since / 1_000).toFixed(6),
      include_all_metadata: true,
      limit: 200,
      cursor,
    };
    const history =
      ts === undefined
        ? await client.conversations.history(query)
        : await client.conversations.replies({ ...query, ts });
    for (const message of history.messages ?? []) {
      const { metadata, ts: standsAt } = message;
      const key = metadata?.event_type === owedEventType && keyOf(metadata.event_payload);
      if (key && standsAt && keys.has(key)) found.set(key, { channelId: channel, ts: standsAt });
    }
    cursor = history.response_metadata?.next_cursor || undefined;
    if (!cursor) break;
  }
  return found;
}

function keyOf(payload: unknown): string | undefined {
  const holdsKey = typeof payload === 'object' && payload !== null && 'key' in payload;
  return holdsKey && typeof payload.key === 'string' ? payload.key : undefined;
}
