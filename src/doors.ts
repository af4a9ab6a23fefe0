import type { AzureDoor } from './azure/access.ts';
import type { CredentialsDoor } from './azure/credentials-end.ts';
import type { Config } from './config.ts';
import { type RegistryDoor, usualIrrServers } from './registry/create-registries.ts';
import type { SlackOptions } from './slack/create-slack.ts';
import type { Inbound } from './slack/receiver.ts';

/** Where Slack is, and how it reaches the bot. */
export function slackOptionsOf(config: Config): SlackOptions {
  return { token: config.SLACK_BOT_TOKEN, apiUrl: config.SLACK_API_URL, inbound: inboundOf(config) };
}

function inboundOf({ SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, HOST, PORT }: Config): Inbound {
  return SLACK_APP_TOKEN
    ? { kind: 'socket', appToken: SLACK_APP_TOKEN }
    : { kind: 'http', signingSecret: SLACK_SIGNING_SECRET ?? '', host: HOST, port: PORT };
}

/** By what the identity signs in, as far as its end can be known. */
export function credentialsDoorOf(config: Config): CredentialsDoor {
  const { AZURE_CLIENT_CERTIFICATE_PATH: certificatePath, AZURE_CREDENTIALS_END_ON: endOn } = config;
  return { certificatePath, endOn };
}

/** Where Azure is, and who calls. */
export function azureDoorOf(config: Config): AzureDoor {
  const { AZURE_CLOUD, AZURE_ARM_URL, AZURE_METRICS_URL, AZURE_STATIC_TOKEN } = config;
  return {
    cloud: AZURE_CLOUD,
    armUrl: AZURE_ARM_URL,
    metricsUrl: AZURE_METRICS_URL,
    staticToken: AZURE_STATIC_TOKEN,
  };
}

/** Where the routing registries, the list of ROAs and RDAP are. */
export function registryDoorOf(config: Config): RegistryDoor {
  return {
    irr: config.IRR_SERVERS ?? usualIrrServers,
    vrpUrl: config.RPKI_VRP_URL,
    refreshMs: config.RPKI_REFRESH_MINUTES * 60_000,
    rdapUrl: config.RDAP_URL,
  };
}
