import type { WebClient } from '@slack/web-api';
import { type Owed, type Recipient, slackKeyOf } from '../domain/alert/notice.ts';
import { type Log, type Messenger, type Posted, SlackFault } from '../usecases/ports.ts';
import { noticeReply } from './blocks/notice/notice-reply.ts';
import { findKeys, owedEventType } from './find-keys.ts';
import { isGoneMessage, isUnacceptable, outcomeOf, outcomeOfReply, platformCode } from './outcome.ts';

/** Over a message that stands, or into its thread. */
type Spot = { readonly at?: Posted; readonly thread?: Posted };

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

  async function send(owed: Owed, { at, thread }: Spot, plainOnly: boolean): Promise<Posted> {
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
    const channel = thread?.channelId ?? (await channelOf(owed.to));
    const sent = await client.chat.postMessage({
      channel,
      ...message,
      ...(thread ? { thread_ts: thread.ts } : {}),
      unfurl_links: false,
      unfurl_media: false,
    });
    return { channelId: sent.channel ?? channel, ts: sent.ts ?? '' };
  }

  /** Somebody deleted the card: it is posted anew. */
  function sendSomewhere(owed: Owed, spot: Spot, plainOnly: boolean): Promise<Posted> {
    return send(owed, spot, plainOnly).catch((error: unknown) => {
      if (spot.at && isGoneMessage(error)) return send(owed, {}, plainOnly);
      throw error;
    });
  }

  return {
    async post(owed, at, thread) {
      const outcome = thread ? outcomeOfReply : outcomeOf;
      try {
        return { kind: 'sent', posted: await sendSomewhere(owed, { at, thread }, false) };
      } catch (error) {
        if (!isUnacceptable(error)) return outcome(error);
        log.error(
          { key: owed.key, reason: platformCode(error) },
          'Slack refused the blocks of a message; it goes out as text',
        );
        return sendSomewhere(owed, { at, thread }, true).then(
          (posted) => ({ kind: 'sent', posted }) as const,
          (again: unknown) => outcome(again),
        );
      }
    },

    async findDelivered(to, keys, since, thread) {
      try {
        const channel = thread?.channelId ?? (await channelOf(to));
        return await findKeys(client, { channel, ts: thread?.ts }, new Set(keys), since);
      } catch (error) {
        const outcome = thread ? outcomeOfReply(error) : outcomeOf(error);
        const code = platformCode(error);
        // Posting will tell what is wrong.
        if (outcome.kind === 'unreachable-channel' || outcome.kind === 'thread-gone') return new Map();
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
