import { Hono } from 'hono';
import { createFileRoutes } from './api/file-routes.ts';
import { createResponseUrlRoutes } from './api/response-url.ts';
import type { SlackEnv } from './api/slack-faults.ts';
import { createUploadRoutes } from './api/upload-routes.ts';
import { createWebApi } from './api/web-api.ts';
import { createSlackControl } from './control/control-routes.ts';
import type { BotConnection } from './world/connection.ts';
import { greet } from './world/first-messages.ts';
import { people } from './world/people.ts';
import { shownChannel, shownPerson } from './world/shown.ts';
import { createSlackWorld, type SlackWorldOptions } from './world/slack-world.ts';

export type SlackServer = {
  /** Mounted at `/slack`: the Web API, the response URLs, and files. */
  readonly api: Hono<SlackEnv>;
  /** Mounted at `/control/slack`. */
  readonly control: Hono;
  world(): {
    readonly people: readonly object[];
    readonly groups: readonly object[];
    readonly channels: readonly object[];
  };
  connectBot(bot: BotConnection): void;
  connectedBot(): BotConnection | undefined;
  readonly botToken: string;
  readonly signingSecret: string;
  /** The channel that a bot tells what changed. */
  readonly alertsChannel: string;
  /** The channel in which a bot asks for approvals. */
  readonly approvalsChannel: string;
};

export function createSlackServer(options: SlackWorldOptions): SlackServer {
  const world = createSlackWorld(options);
  greet(world);
  const api = new Hono<SlackEnv>();
  api.route('/api', createWebApi(world));
  api.route('/response', createResponseUrlRoutes(world));
  api.route('/upload', createUploadRoutes(world));
  api.route('/', createFileRoutes(world));
  return {
    api,
    control: createSlackControl(world),
    world: () => ({
      people: people.map((person) => shownPerson(person, world.userGroups)),
      groups: world.userGroups.list(),
      channels: world.channels.list().map(shownChannel),
    }),
    connectBot: world.connection.connect,
    connectedBot: world.connection.current,
    botToken: world.botToken,
    signingSecret: world.signingSecret,
    alertsChannel: 'C0NETOPS001',
    approvalsChannel: 'C0APPROVE01',
  };
}
