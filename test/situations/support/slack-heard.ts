import { type Owed, recipientKey, slackKeyOf } from '../../../src/domain/alert/notice.ts';
import { noticeReply } from '../../../src/slack/blocks/notice/notice-reply.ts';
import {
  type Channels,
  type Messenger,
  type Now,
  type Posted,
  SlackFault,
} from '../../../src/usecases/ports.ts';
import type { SlackSight } from '../../../src/usecases/sights.ts';
import { asRead, plainText } from './as-read.ts';

/** A message that stands in Slack, and every version of it that people could read. */
export type Heard = {
  readonly number: number;
  readonly to: string;
  readonly ts: string;
  readonly key: string;
  readonly thread?: number;
  readonly owed: Owed;
  readonly lines: readonly string[];
};
export type Told = Heard & {
  readonly how: 'posted' | 'edited';
  readonly at: number;
  readonly notification: string;
};

/** `gets lost` and `arrives`: the sender knows of neither. */
export type SlackPlay = 'failed' | 'throttled' | 'gets lost' | 'arrives';

/** A Slack that keeps what stands in each channel, and tells of each message as people come to read it. */
export function createSlackHeard(now: Now, tell: (told: Told) => void) {
  const standing = new Map<string, Heard>();
  const lost = new Set<string>();
  const world = { isAway: false };
  /** How the next attempts go; then all is taken. */
  const plays: SlackPlay[] = [];

  function messengerOf(observe: (sight: SlackSight) => void): Messenger {
    const call = (method: string) => {
      observe({ method, ok: !world.isAway, throttled: false, at: now() });
      return !world.isAway;
    };
    return {
      async post(owed, at, thread) {
        if (!call(at ? 'chat.update' : 'chat.postMessage')) return { kind: 'unknown', reason: 'no answer' };
        const to = recipientKey(owed.to);
        if (lost.has(to)) return { kind: 'unreachable-channel', reason: 'removed' };
        const play = plays.shift();
        if (play === 'failed') return { kind: 'failed', reason: 'not now' };
        if (play === 'throttled') return { kind: 'throttled', retryAfterMs: 7_000 };
        if (play === 'arrives') put(owed, to, at, thread);
        if (play) return { kind: 'unknown', reason: 'no answer' };
        return { kind: 'sent', posted: put(owed, to, at, thread) };
      },
      async findDelivered(to, keys, _since, thread) {
        if (!call('conversations.history')) throw new SlackFault('Slack did not answer.');
        const there = [...standing.values()].filter(
          (message) =>
            message.to === recipientKey(to) &&
            keys.includes(message.key) &&
            message.thread === (thread && standing.get(thread.ts)?.number),
        );
        return new Map(there.map(({ key, to: channelId, ts }) => [key, { channelId, ts }]));
      },
    };
  }

  function put(owed: Owed, to: string, at: Posted | undefined, thread: Posted | undefined): Posted {
    const reply = noticeReply(owed.notice);
    const parent = thread && standing.get(thread.ts);
    const before = at && standing.get(at.ts);
    const number = before?.number ?? standing.size + 1;
    const ts = before?.ts ?? `ts-${number}`;
    const message: Heard = {
      number,
      to,
      ts,
      key: slackKeyOf(owed),
      ...(parent ? { thread: parent.number } : {}),
      owed,
      lines: asRead(reply, now()),
    };
    standing.set(ts, message);
    const notification = plainText(reply.text, now());
    tell({ ...message, how: before ? 'edited' : 'posted', at: now(), notification });
    return { channelId: to, ts };
  }

  const channels: Channels = {
    standing: async (id) => (lost.has(id) ? { kind: 'not-member', reason: 'removed' } : { kind: 'member' }),
    openDirect: async (userId) => userId,
  };

  return { world, lost, plays, channels, messengerOf, standing: () => [...standing.values()] };
}

export type SlackHeard = ReturnType<typeof createSlackHeard>;
