import { z } from 'zod';
import { team } from '../world/app-identity.ts';
import { findChannel } from './find-channel.ts';
import { defineMethod, text } from './method.ts';
import { ok, refuse } from './reply.ts';

const Permalink = z.object({ channel: text, message_ts: text });

export const chatGetPermalink = defineMethod(null, Permalink, (world, args) => {
  const found = findChannel(world, args.channel);
  if ('refusal' in found) return found.refusal;
  const message = world.timeline.find(args.channel, args.message_ts);
  if (!message || message.ephemeralTo) return refuse('message_not_found');
  const place = `https://${team.domain}.slack.com/archives/${args.channel}/p${message.ts.replace('.', '')}`;
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${args.channel}` : '';
  return ok({ channel: args.channel, permalink: `${place}${thread}` });
});
