import { app, partnerTeam, team } from '../world/app-identity.ts';
import { type Channel, maySee } from '../world/channels.ts';
import type { JsonObject } from '../world/json.ts';

/** A conversation as the Web API shows it to the bot. */
export function conversationJson(channel: Channel): JsonObject {
  const isIm = channel.kind === 'im';
  const shared = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.archived,
    is_im: isIm,
    is_mpim: false,
    is_org_shared: false,
    context_team_id: team.id,
  };
  if (isIm) return { ...shared, user: channel.members.find((id) => id !== app.botUserId), is_open: true };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    previous_names: channel.previousNames,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_member: channel.members.includes(app.botUserId),
    is_shared: channel.shared,
    is_ext_shared: channel.shared,
    shared_team_ids: channel.shared ? [team.id, partnerTeam.id] : [team.id],
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
  };
}

export const knownToBot = (channel: Channel): boolean => maySee(channel, app.botUserId);
