import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type AzureServer, createAzureServer } from './azure/azure-server.ts';
import { createControlServer } from './control/control-server.ts';
import { listen } from './control/listen.ts';
import { localOnly } from './control/local-only.ts';
import { createPageServer } from './page/page-server.ts';
import { startRegistryServer } from './registry/registry-server.ts';
import { createSlackServer } from './slack/slack-server.ts';
import { createBus } from './world/bus.ts';
import { createWorldClock } from './world/clock.ts';
import { createFaults } from './world/faults.ts';

export type SandboxBot = { requestUrl: string; opsUrl?: string };

export type Sandbox = {
  url: string;
  /** What a bot needs in its environment to live in this sandbox. Tokens and secrets are new at each start. */
  environment: Record<string, string>;
  /** Tells Slack where the bot listens. */
  connectBot(bot: SandboxBot): void;
  close(): Promise<void>;
};

/** What the workspace's four user groups may; their ids mean nothing in any other workspace. */
const accessFile = fileURLToPath(new URL('./access.json', import.meta.url));
/** Whom Microsoft's support may contact: nobody that exists. */
const supportContactFile = fileURLToPath(new URL('./support-contact.json', import.meta.url));

/** Starts a whole small world on one loopback origin. */
export async function startSandbox(options: {
  port: number;
  bot?: SandboxBot;
  /** The bot's clock does not follow when the world is sped up: answers tell the wall clock's time. */
  tellsWallTime?: boolean;
}): Promise<Sandbox> {
  const clock = createWorldClock(Date.now, options.tellsWallTime ? 'wall' : 'world');
  const faults = createFaults();
  const bus = createBus();
  const azureToken = randomBytes(24).toString('hex');
  let url = '';
  const shared = { clock, faults, bus, origin: () => url };
  const slack = createSlackServer({ ...shared, bot: options.bot });
  const registry = await startRegistryServer(shared);
  const azure = createAzureServer({ ...shared, token: azureToken, registry: registry.records });
  const opsUrl = () => slack.connectedBot()?.opsUrl;
  const world = () => {
    const shown = azure.world();
    return { ...slack.world(), ...shown, ...registry.world(advertised(shown.circuits)) };
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(localOnly);
  app.route('/slack', slack.api);
  app.route('/azure/metrics', azure.metrics);
  app.route('/azure', azure.arm);
  app.route('/registry', registry.http);
  app.route('/control/slack', slack.control);
  app.route('/control/azure', azure.control);
  app.route('/control/registry', registry.control);
  app.route('/control', createControlServer({ clock, faults, bus, world, opsUrl }));
  app.route('/', createPageServer());

  const server = await listen(app, options.port).catch(async (error: unknown) => {
    await registry.close();
    throw error;
  });
  url = server.url;
  return {
    url,
    environment: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: `${url}/slack/api/`,
      AZURE_ARM_URL: `${url}/azure`,
      AZURE_METRICS_URL: `${url}/azure/metrics`,
      AZURE_STATIC_TOKEN: azureToken,
      AZURE_SUBSCRIPTION_IDS: azure.subscriptionIds.join(','),
      ALERTS_CHANNEL: slack.alertsChannel,
      APPROVALS_CHANNEL: slack.approvalsChannel,
      ACCESS_FILE: accessFile,
      SUPPORT_CONTACT_FILE: supportContactFile,
      ...registry.environment(),
    },
    connectBot: slack.connectBot,
    async close() {
      clock.close();
      await registry.close();
      await server.close();
    },
  };
}

function advertised(circuits: ReturnType<AzureServer['world']>['circuits']): readonly string[] {
  return circuits.flatMap(({ peerings }) =>
    peerings.flatMap(({ prefixes }) => prefixes.map(({ prefix }) => prefix)),
  );
}
