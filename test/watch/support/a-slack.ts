import { recipientKey } from '../../../src/domain/alert/notice.ts';
import { type Messenger, type PostOutcome, SlackFault } from '../../../src/usecases/ports.ts';
import type { HandClock } from './hand-clock.ts';

/** `lost` and `arrived` are both unknown to the sender; `hangs` never answers, with the message in the channel. */
export type Play =
  | Exclude<PostOutcome, { kind: 'unknown' }>
  | { readonly kind: 'lost' }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'hangs' };

export type Posted = { readonly key: string; readonly to: string; readonly at: number };

/** A Slack that remembers what stands in each channel. It plays what is scripted, and then takes everything. */
export function aSlack(clock: HandClock) {
  const posted: Posted[] = [];
  const attempts: Posted[] = [];
  const lookups: { readonly to: string; readonly keys: readonly string[]; readonly since: number }[] = [];
  const script: Play[] = [];
  const lookupFaults: SlackFault[] = [];

  const messenger: Messenger = {
    async post({ key, to }) {
      await null;
      const message = { key, to: recipientKey(to), at: clock.now() };
      attempts.push(message);
      const play = script.shift() ?? { kind: 'sent' };
      if (play.kind === 'sent' || play.kind === 'arrived' || play.kind === 'hangs') posted.push(message);
      if (play.kind === 'hangs') return new Promise(() => {});
      if (play.kind === 'lost' || play.kind === 'arrived') return { kind: 'unknown', reason: 'no answer' };
      return play;
    },
    async findDelivered(to, keys, since) {
      await null;
      lookups.push({ to: recipientKey(to), keys, since });
      const fault = lookupFaults.shift();
      if (fault) throw fault;
      const there = posted.filter((message) => message.to === recipientKey(to) && message.at >= since);
      return new Set(there.map(({ key }) => key).filter((key) => keys.includes(key)));
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
  };
}

export function aSlackFault(retryAfterMs?: number): SlackFault {
  return new SlackFault('Slack did not tell', { retryAfterMs });
}
