import { z } from 'zod';
import { type Content, readContent } from '../api/message-content.ts';
import { app } from '../world/app-identity.ts';
import { toTs } from '../world/ids.ts';
import type { ResponseTarget } from '../world/response-urls.ts';
import type { SlackWorld } from '../world/slack-world.ts';

/** What a bot may answer a command with at once, and post to a response_url later. */
export const ResponseBody = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});
export type ResponseBody = z.infer<typeof ResponseBody>;

/** Shows the answer to the person. The returned text is Slack's error, undefined when all went well. */
export function showResponse(
  world: SlackWorld,
  target: ResponseTarget,
  body: ResponseBody,
): string | undefined {
  const original = target.originalTs && world.timeline.find(target.channel, target.originalTs);
  if (body.delete_original) {
    if (original) world.timeline.remove(original.channel, original.ts);
    return original ? undefined : 'message_not_found';
  }
  const read = readContent(body);
  if ('refusal' in read) return String(read.refusal.error);
  if (body.replace_original && original) {
    const edited = { user: app.botUserId, ts: toTs(Math.floor(world.clock.now() * 1_000)) };
    world.timeline.replace({ ...original, ...read.content, edited });
    return undefined;
  }
  post(world, target, body, read.content);
  return undefined;
}

function post(world: SlackWorld, target: ResponseTarget, body: ResponseBody, content: Content): void {
  const threadTs = body.thread_ts ?? target.threadTs;
  world.timeline.post({
    channel: target.channel,
    user: app.botUserId,
    ...content,
    ...(threadTs && { threadTs }),
    ...(body.response_type !== 'in_channel' && { ephemeralTo: target.user }),
  });
}
