import { app } from './app-identity.ts';
import { maySee } from './channels.ts';
import type { SlackFile } from './files.ts';
import type { SlackWorld } from './slack-world.ts';
import type { Message } from './timeline.ts';

/** The messages that carry it. */
export const sharesOf = ({ channels, timeline }: SlackWorld, file: SlackFile): readonly Message[] =>
  channels
    .list()
    .flatMap(({ id }) => timeline.of(id))
    .filter((message) => message.files?.includes(file.id));

/** A person sees their own files, and those in channels that they can read. */
export const personSees = (world: SlackWorld, user: string, file: SlackFile): boolean =>
  file.user === user || channelsOf(world, file).some((channel) => maySee(channel, user));

/** The app sees its own files, what it got in a form, and what is shared where it was invited to. */
export const appSees = (world: SlackWorld, file: SlackFile): boolean =>
  file.user === app.botUserId ||
  file.handed ||
  channelsOf(world, file).some(({ members }) => members.includes(app.botUserId));

const channelsOf = (world: SlackWorld, file: SlackFile) =>
  sharesOf(world, file)
    .map(({ channel }) => world.channels.find(channel))
    .filter((channel) => channel !== undefined);
