import { z } from 'zod';
import type { SlackCall } from './watch-wire.ts';

/** What one channel was told. */
export type ChannelTally = {
  posts: number;
  edits: number;
  replies: number;
  digests: number;
  readonly incidents: Set<string>;
  /** Calls that Slack did not take. */
  refused: number;
};

export type Tallies = ReadonlyMap<string, ChannelTally>;

/** Counts what reaches channels: new messages, edits of them, replies in their threads. */
export function createTallies(): { readonly tallies: Tallies; readonly note: (call: SlackCall) => void } {
  const tallies = new Map<string, ChannelTally>();
  return {
    tallies,
    note({ method, body, answer }) {
      if (method !== 'chat.postMessage' && method !== 'chat.update') return;
      const tally = tallies.get(body.get('channel') ?? '') ?? emptyTally();
      tallies.set(body.get('channel') ?? '', tally);
      if (!answer.includes('"ok":true')) tally.refused += 1;
      else if (method === 'chat.update') tally.edits += 1;
      else notePost(tally, body);
    },
  };
}

function notePost(tally: ChannelTally, body: URLSearchParams): void {
  if (body.has('thread_ts')) {
    tally.replies += 1;
    return;
  }
  const key = keyOf(body);
  tally.posts += 1;
  if (key.startsWith('digest.')) tally.digests += 1;
  const [, incident] = /^incident\.([^.@]+)/u.exec(key) ?? [];
  if (incident) tally.incidents.add(incident);
}

const Metadata = z.object({ event_payload: z.object({ key: z.string() }) });

function keyOf(body: URLSearchParams): string {
  const { data } = Metadata.safeParse(JSON.parse(body.get('metadata') ?? 'null'));
  return data?.event_payload.key ?? '';
}

export function emptyTally(): ChannelTally {
  return { posts: 0, edits: 0, replies: 0, digests: 0, incidents: new Set(), refused: 0 };
}
