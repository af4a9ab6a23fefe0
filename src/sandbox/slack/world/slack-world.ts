import type { Bus } from '../../world/bus.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { Faults } from '../../world/faults.ts';
import { type Channels, createChannels } from './channels.ts';
import { type BotConnection, type Connection, createConnection } from './connection.ts';
import { createFiles, type Files } from './files.ts';
import { createGrants, type Grants } from './grants.ts';
import { randomSecret } from './ids.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createSuggestions, type Suggestions } from './suggestions.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createUploads, type Uploads } from './uploads.ts';
import { createUserGroups, type UserGroups } from './user-groups.ts';
import { createViews, type Views } from './views.ts';

/** Everything that the workspace knows; made anew at each start. */
export type SlackWorld = {
  readonly clock: WorldClock;
  readonly bus: Bus;
  readonly faults: Faults;
  readonly channels: Channels;
  readonly userGroups: UserGroups;
  readonly timeline: Timeline;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly suggestions: Suggestions;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly connection: Connection;
  readonly grants: Grants;
  readonly botToken: string;
  readonly signingSecret: string;
  /** The sandbox's own address, known once it listens. */
  readonly origin: () => string;
  /** How long the bot may take to answer, wall time. Slack gives three seconds. */
  readonly answerTimeoutMs: number;
};

export type SlackWorldOptions = {
  readonly clock: WorldClock;
  readonly bus: Bus;
  readonly faults: Faults;
  readonly origin: () => string;
  readonly bot?: BotConnection | undefined;
  readonly answerTimeoutMs?: number;
};

export function createSlackWorld(options: SlackWorldOptions): SlackWorld {
  const { clock, bus, faults, origin, bot, answerTimeoutMs = 3_000 } = options;
  return {
    clock,
    bus,
    faults,
    channels: createChannels(bus),
    userGroups: createUserGroups(bus),
    timeline: createTimeline(clock, bus),
    views: createViews(bus),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock, origin),
    suggestions: createSuggestions(),
    files: createFiles(clock),
    uploads: createUploads(clock),
    connection: createConnection(bot),
    grants: createGrants(),
    botToken: `xoxb-${randomSecret(24)}`,
    signingSecret: randomSecret(16),
    origin,
    answerTimeoutMs,
  };
}
