import { z } from 'zod';
import { app } from '../world/app-identity.ts';
import type { Channel } from '../world/channels.ts';
import { wholeFileJson } from '../world/file-json.ts';
import type { SlackFile } from '../world/files.ts';
import type { JsonObject } from '../world/json.ts';
import { findPerson } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { findChannelToPost } from './find-channel.ts';
import { type Content, readContent } from './message-content.ts';
import { defineMethod, json, text } from './method.ts';
import { ok, type Reply, refuse } from './reply.ts';
import { threadRefusal } from './thread-refusal.ts';

const Complete = z.object({
  files: json.pipe(z.array(z.object({ id: text, title: text.nullish() })).min(1)),
  channel_id: text.optional(),
  channels: text.optional(),
  thread_ts: text.optional(),
  initial_comment: text.optional(),
  blocks: json,
});
type Complete = z.infer<typeof Complete>;

/** Makes files of what was uploaded, and posts them together. Nothing of it happens when any part is refused. */
export const filesCompleteUploadExternal = defineMethod('files:write', Complete, (world, args) => {
  if (args.files.some(({ id }) => !world.uploads.arrived(id))) return refuse('file_not_found');
  const places = placesOf(world, args);
  if ('refusal' in places) return places.refusal;
  const read = contentOf(args);
  if ('refusal' in read) return read.refusal;
  const files = args.files.map(({ id, title }) => take(world, id, title ?? undefined));
  for (const { id: channel } of places.channels) {
    world.timeline.post({
      channel,
      user: app.botUserId,
      ...read.content,
      files: files.map(({ id }) => id),
      ...(args.thread_ts && { threadTs: args.thread_ts }),
    });
  }
  return ok({ files: files.map((file) => unseenYet(world, file)) });
});

type Places = { readonly channels: readonly Channel[] } | { readonly refusal: Reply };

/** Ids alone name a place here; without one the file stays the app's own. */
function placesOf(world: SlackWorld, { channel_id, channels = '', thread_ts }: Complete): Places {
  const ids = channel_id === undefined ? channels.split(',').filter((id) => id !== '') : [channel_id];
  const found: Channel[] = [];
  for (const id of ids) {
    if (!world.channels.find(id) && !findPerson(id)) return { refusal: refuse('channel_not_found') };
    const place = findChannelToPost(world, id);
    if ('refusal' in place) return place;
    const refusal = thread_ts && threadRefusal(world.timeline.find(place.channel.id, thread_ts));
    if (refusal) return { refusal };
    found.push(place.channel);
  }
  return { channels: found };
}

/** A comment is the message's text, and blocks beside it count for nothing. */
function contentOf({ initial_comment: comment, blocks }: Complete) {
  if (comment !== undefined || blocks === undefined) return { content: plain(comment ?? '') };
  return readContent({ blocks });
}

const plain = (words: string): Content => ({ text: words, blocks: [] });

function take(world: SlackWorld, id: string, title: string | undefined): SlackFile {
  const arrived = world.uploads.arrived(id);
  if (!arrived) throw new Error(`the upload ${id} is gone`);
  world.uploads.forget(id);
  return world.files.add({ id, user: app.botUserId, ...arrived, title });
}

/** Slack looks at a file later: its answer knows no type of it and no place where it is shared. */
function unseenYet(world: SlackWorld, file: SlackFile): JsonObject {
  const whole = wholeFileJson(world, file);
  const unknown = { mimetype: '', filetype: '', pretty_type: '' };
  return { ...whole, ...unknown, shares: {}, channels: [], groups: [], ims: [] };
}
