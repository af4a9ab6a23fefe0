import type { Bus } from '../../world/bus.ts';
import type { WorldClock } from '../../world/clock.ts';
import { toTs } from './ids.ts';
import type { JsonObject } from './json.ts';

export type Message = {
  readonly channel: string;
  /** Unique in the channel and rising: Slack's id of a message. */
  readonly ts: string;
  readonly threadTs?: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: JsonObject;
  /** Ids of the files that it carries. */
  readonly files?: readonly string[];
  /** Only this person sees it. */
  readonly ephemeralTo?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  /** A reply that is shown in the channel, too. */
  readonly broadcast?: boolean;
};

type Draft = Omit<Message, 'ts'>;

export interface Timeline {
  post(draft: Draft): Message;
  find(channel: string, ts: string): Message | undefined;
  replace(message: Message): void;
  remove(channel: string, ts: string): void;
  /** Oldest first, ephemeral ones among them. */
  of(channel: string): readonly Message[];
}

export function createTimeline(clock: WorldClock, bus: Bus): Timeline {
  const byChannel = new Map<string, Message[]>();
  let last = 0;

  const of = (channel: string) => byChannel.get(channel) ?? [];
  const changed = (channel: string) => bus.publish({ topic: 'messages', channel });

  function keep(channel: string, messages: Message[]): void {
    byChannel.set(channel, messages);
    changed(channel);
  }

  return {
    post(draft) {
      last = Math.max(last + 1, Math.floor(clock.now() * 1_000));
      const message = { ...draft, ts: toTs(last) };
      keep(draft.channel, [...of(draft.channel), message]);
      return message;
    },
    find: (channel, ts) => of(channel).find((one) => one.ts === ts),
    replace(message) {
      keep(
        message.channel,
        of(message.channel).map((one) => (one.ts === message.ts ? message : one)),
      );
    },
    remove(channel, ts) {
      keep(
        channel,
        of(channel).filter((one) => one.ts !== ts),
      );
    },
    of,
  };
}
