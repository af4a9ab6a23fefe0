import type { WebClient } from '@slack/web-api';
import { type Owed, type Recipient, slackKeyOf } from '../domain/alert/notice.ts';
import type { Instant } from '../domain/instant.ts';
import { type Log, type Messenger, type Posted, SlackFault } from '../usecases/ports.ts';
import { noticeReply } from './blocks/notice/notice-reply.ts';
import { isGoneMessage, isUnacceptable, outcomeOf, platformCode } from './outcome.ts';

/** Slack's metadata name of our messages; their payload holds the key under which they were owed. */
export const owedEventType = 'trunkline_owed';

/** Posts owed messages, marked with their key so that they are found again. */
export function createMessenger(client: WebClient, log: Log): Messenger {
  const directs = new Map<string, string>();

  async function channelOf(to: Recipient): Promise<string> {
    if ('channelId' in to) return to.channelId;
    const known = directs.get(to.userId);
    if (known) return known;
    const opened = await client.conversations.open({ users: to.userId });
    const id = opened.channel?.id ?? to.userId;
    directs.set(to.userId, id);
    return id;
  }

  async function send(owed: Owed, at: Posted | undefined, plainOnly: boolean): Promise<Posted> {
    const { text, blocks } = noticeReply(owed.notice);
    const message = {
      text,
      ...(plainOnly ? {} : { blocks }),
      metadata: { event_type: owedEventType, event_payload: { key: slackKeyOf(owed) } },
    };
    if (at) {
      // What is not named stays: the older version's blocks would, and the buttons in them.
      await client.chat.update({ channel: at.channelId, ts: at.ts, blocks: [], ...message });
      return at;
    }
    const channel = await channelOf(owed.to);
    const sent = await client.chat.postMessage({
      channel,
      ...message,
      unfurl_links: false,
      unfurl_media: false,
    });
    return { channelId: sent.channel ?? channel, ts: sent.ts ?? '' };
  }

  /** Somebody deleted the card: it is posted anew. */
  function sendSomewhere(owed: Owed, at: Posted | undefined, plainOnly: boolean): Promise<Posted> {
    return send(owed, at, plainOnly).catch((error: unknown) => {
      if (at && isGoneMessage(error)) return send(owed, undefined, plainOnly);
      throw error;
    });
  }

  return {
    async post(owed, at) {
      try {
        return { kind: 'sent', posted: await sendSomewhere(owed, at, false) };
      } catch (error) {
        if (!isUnacceptable(error)) return outcomeOf(error);
        log.error(
          { key: owed.key, reason: platformCode(error) },
          'Slack refused the blocks of a message; it goes out as text',
        );
        return sendSomewhere(owed, at, true).then(
          (posted) => ({ kind: 'sent', posted }) as const,
          (again: unknown) => outcomeOf(again),
        );
      }
    },

    async findDelivered(to, keys, since) {
      try {
        return await findKeys(client, await channelOf(to), new Set(keys), since);
      } catch (error) {
        const outcome = outcomeOf(error);
        const code = platformCode(error);
        if (outcome.kind === 'unreachable-channel') return new Map();
        // Waiting would not help, and what is owed must not wait for ever.
        if (outcome.kind === 'rejected' || code === 'missing_scope') {
          log.error({ reason: code }, 'Slack does not let the history be read: a message may come twice');
          return new Map();
        }
        throw new SlackFault(`Slack did not tell what has arrived (${code})`, {
          cause: error,
          retryAfterMs: outcome.kind === 'throttled' ? outcome.retryAfterMs : undefined,
        });
      }
    },
  };
}

const historyPageLimit = 20;

async function findKeys(
  client: WebClient,
  channel: string,
  keys: ReadonlySet<string>,
  since: Instant,
): Promise<ReadonlyMap<string, Posted>> {
  const found = new Map<string, Posted>();
  let cursor: string | undefined;
  for (let page = 0; page < historyPageLimit && found.size < keys.size; page++) {
    const history = await client.conversations.history({
      channel,
      oldest: (since / 1_000).toFixed(6),
      include_all_metadata: true,
      limit: 200,
      cursor,
    });
    for (const { metadata, ts } of history.messages ?? []) {
      const key = metadata?.event_type === owedEventType && keyOf(metadata.event_payload);
      if (key && ts && keys.has(key)) found.set(key, { channelId: channel, ts });
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
