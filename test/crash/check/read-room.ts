import { z } from 'zod';
import { botUserId } from '../../support/person.ts';
import { wordsOf } from '../../support/reading.ts';
import { type Listed, toListed } from './digests.ts';

const Message = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  thread_ts: z.string().optional(),
  reply_count: z.number().default(0),
  blocks: z.array(z.record(z.string(), z.unknown())).default([]),
  metadata: z.object({ event_payload: z.object({ key: z.string() }) }).optional(),
});
const Page = z.object({
  ok: z.literal(true),
  messages: z.array(Message),
  response_metadata: z.object({ next_cursor: z.string().default('') }).default({ next_cursor: '' }),
});

/** A message that the bot owed, as Slack has it. */
export type Post = {
  readonly ts: string;
  readonly key: string;
  readonly text: string;
  /** All that stands in it. */
  readonly words: string;
  /** Of a digest: what its button shows. */
  readonly list?: Listed;
  /** Its thread, oldest first. */
  readonly replies: readonly Post[];
};

export type SlackDoor = { readonly apiUrl: string; readonly token: string };

/**
 * What stands in a conversation, oldest first, with the keys that only the app itself is shown. `lists`: what is behind
 * the digests' buttons, by ts.
 */
export async function readRoom(
  door: SlackDoor,
  channel: string,
  lists: ReadonlyMap<string, string>,
): Promise<readonly Post[]> {
  const top = (await pages(door, 'conversations.history', { channel })).toReversed();
  const ours = top.filter((message) => message.user === botUserId && message.metadata);
  return Promise.all(
    ours.map(async (message) => {
      const { ts, reply_count: count } = message;
      const thread = count > 0 ? await pages(door, 'conversations.replies', { channel, ts }) : [];
      const replies = thread.filter((reply) => reply.ts !== ts && reply.user === botUserId);
      const list = lists.get(ts);
      const post = toPost(
        message,
        replies.map((reply) => toPost(reply, [])),
      );
      return list === undefined ? post : { ...post, list: toListed(list) };
    }),
  );
}

function toPost(message: z.infer<typeof Message>, replies: readonly Post[]): Post {
  const { ts, text, metadata } = message;
  return { ts, text, key: metadata?.event_payload.key ?? '', words: wordsOf(message), replies };
}

async function pages(
  { apiUrl, token }: SlackDoor,
  method: string,
  query: Readonly<Record<string, string>>,
): Promise<readonly z.infer<typeof Message>[]> {
  const found: z.infer<typeof Message>[] = [];
  let cursor = '';
  do {
    const search = new URLSearchParams({ ...query, include_all_metadata: 'true', limit: '200', cursor });
    const answer = await fetch(`${apiUrl}${method}?${search}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = Page.parse(await answer.json());
    found.push(...page.messages);
    cursor = page.response_metadata.next_cursor;
  } while (cursor !== '');
  return found;
}
