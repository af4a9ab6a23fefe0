import { app, team } from './app-identity.ts';
import { sharesOf } from './file-sight.ts';
import { fileTypeOf } from './file-types.ts';
import type { SlackFile } from './files.ts';
import type { JsonObject } from './json.ts';
import { findPerson } from './people.ts';
import type { SlackWorld } from './slack-world.ts';
import type { Message } from './timeline.ts';

/** A file as messages and submitted forms carry it: without where it is shared. */
export function fileJson(world: SlackWorld, file: SlackFile): JsonObject {
  const { id, user, name, title, mimetype, content } = file;
  const { filetype, prettyType } = fileTypeOf(name);
  const created = Math.floor(file.created / 1_000);
  const slug = slugOf(name);
  const place = `${world.origin()}/slack/files-pri/${fileKey(id)}`;
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype,
    filetype,
    pretty_type: prettyType,
    user,
    user_team: findPerson(user)?.teamId ?? team.id,
    editable: false,
    size: content.byteLength,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: sharesOf(world, file).some((share) => isPublic(world, share)),
    public_url_shared: false,
    display_as_bot: user === app.botUserId,
    username: '',
    url_private: `${place}/${slug}`,
    url_private_download: `${place}/download/${slug}`,
    permalink: `https://${team.domain}.slack.com/files/${user}/${id}/${slug}`,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

/** The same with where it is shared, as `files.info` tells it. */
export function wholeFileJson(world: SlackWorld, file: SlackFile): JsonObject {
  const shares = sharesOf(world, file);
  const kindOf = ({ channel }: Message) => world.channels.find(channel)?.kind;
  const inKind = (kind: string) => [
    ...new Set(shares.filter((share) => kindOf(share) === kind).map(({ channel }) => channel)),
  ];
  return {
    ...fileJson(world, file),
    shares: sharesJson(world, shares),
    channels: inKind('public'),
    groups: inKind('private'),
    ims: inKind('im'),
  };
}

/** How the addresses of a file name it. */
export const fileKey = (id: string): string => `${team.id}-${id}`;

const isPublic = (world: SlackWorld, { channel }: Message): boolean =>
  world.channels.find(channel)?.kind === 'public';

function sharesJson(world: SlackWorld, shares: readonly Message[]): JsonObject {
  const byKind = Map.groupBy(shares, (share) => (isPublic(world, share) ? 'public' : 'private'));
  return Object.fromEntries([...byKind].map(([kind, some]) => [kind, byChannel(world, some)]));
}

const byChannel = (world: SlackWorld, shares: readonly Message[]): JsonObject =>
  Object.fromEntries(
    [...Map.groupBy(shares, ({ channel }) => channel)].map(([channel, some]) => [
      channel,
      some.map(({ ts, threadTs, user }) => ({
        ts,
        ...(threadTs && { thread_ts: threadTs }),
        channel_name: world.channels.find(channel)?.name,
        team_id: team.id,
        share_user_id: user,
      })),
    ]),
  );

/** Slack writes names into addresses in lower case, without what an address does not take. */
const slugOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9._-]+/g, '_');
