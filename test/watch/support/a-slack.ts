import { recipientKey } from '../../../src/domain/alert/notice.ts';
import { type Messenger, type PostOutcome, SlackFault } from '../../../src/usecases/ports.ts';
import type { HandClock } from './hand-clock.ts';

/** `lost` and `arrived` are both unknown to the sender; `hangs` never answers, with the message in the channel. */
export type Play =
  | 'sent'
  | Exclude<PostOutcome, { kind: 'unknown' | 'sent' }>
  | { readonly kind: 'lost' }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'hangs' };

/** `key`: the card's, for a card; `shows`: the version that stands there. */
export type Posted = {
  readonly key: string;
  readonly to: string;
  readonly at: number;
  readonly ts: string;
  readonly shows: string;
  /** The message in whose thread it stands. */
  readonly thread?: string;
};

type Lookup = {
  readonly to: string;
  readonly keys: readonly string[];
  readonly since: number;
  readonly thread?: string;
};

/** A Slack that remembers what stands in each channel. It plays what is scripted, and then takes everything. */
export function aSlack(clock: HandClock) {
  const posted: Posted[] = [];
  const attempts: Posted[] = [];
  const lookups: Lookup[] = [];
  const script: Play[] = [];
  const lookupFaults: SlackFault[] = [];

  const messenger: Messenger = {
    async post({ key, to, card }, at, thread) {
      await null;
      const name = card ?? key;
      const ts = at?.ts ?? `ts-${posted.length}`;
      const where = thread ? { thread: thread.ts } : {};
      const message = { key: name, to: recipientKey(to), at: clock.now(), ts, shows: key, ...where };
      attempts.push(message);
      const play = script.shift() ?? 'sent';
      if (play === 'sent' || play.kind === 'arrived' || play.kind === 'hangs') {
        const standing = posted.findIndex((one) => one.ts === at?.ts);
        if (standing >= 0) posted[standing] = message;
        else posted.push(message);
      }
      if (play === 'sent') return { kind: 'sent', posted: { channelId: recipientKey(to), ts } };
      if (play.kind === 'hangs') return new Promise(() => {});
      if (play.kind === 'lost' || play.kind === 'arrived') return { kind: 'unknown', reason: 'no answer' };
      return play;
    },
    async findDelivered(to, keys, since, thread) {
      await null;
      lookups.push({ to: recipientKey(to), keys, since, ...(thread ? { thread: thread.ts } : {}) });
      const fault = lookupFaults.shift();
      if (fault) throw fault;
      const there = posted.filter(
        (message) => message.to === recipientKey(to) && message.at >= since && message.thread === thread?.ts,
      );
      return new Map(
        there
          .filter(({ key }) => keys.includes(key))
          .map(({ key, ts }) => [key, { channelId: recipientKey(to), ts }]),
      );
    },
  };
  return {
    messenger,
    posted,
    attempts,
    lookups,
    script,
    lookupFaults,
    /** The keys that stand in a channel, in their order. */
    inChannel: (channelId: string) => posted.filter(({ to }) => to === channelId).map(({ key }) => key),
    /** Somebody deletes a message. */
    remove: (ts: string) =>
      void posted.splice(
        posted.findIndex((one) => one.ts === ts),
        1,
      ),
  };
}

export function aSlackFault(retryAfterMs?: number): SlackFault {
  return new SlackFault('Slack did not tell', { retryAfterMs });
}
