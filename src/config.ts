import { z } from 'zod';
import {
  channelId,
  irrServers,
  lastDay,
  movingSeconds,
  port,
  subscriptionIds,
  textList,
  wholeNumber,
} from './setting.ts';

/** The clouds that Trunkline knows; their addresses are src/azure/clouds.ts's business. */
const cloudNames = ['public', 'usgovernment', 'china'] as const;

/** Every environment variable that Trunkline reads; .env.example tells what each is for. */
export const Environment = z.object({
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
  SLACK_API_URL: z.url('must be a URL').default('https://slack.com/api/'),
  AZURE_SUBSCRIPTION_IDS: subscriptionIds,
  AZURE_CLOUD: z.enum(cloudNames, `must be one of ${cloudNames.join(', ')}`).default('public'),
  AZURE_ARM_URL: z.url('must be a URL').optional(),
  AZURE_METRICS_URL: z.url('must be a URL').optional(),
  AZURE_STATIC_TOKEN: z.string().optional(),
  AZURE_CLIENT_CERTIFICATE_PATH: z.string().optional(),
  AZURE_CREDENTIALS_END_ON: lastDay,
  ALERTS_CHANNEL: channelId.optional(),
  ALERTS_OWNER: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/u, 'must be a user’s id (it starts with U); /circuit whoami shows yours')
    .optional(),
  ACCESS_FILE: z.string().optional(),
  POLICY_FILE: z.string().optional(),
  APPROVALS_CHANNEL: channelId.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(3_000),
  OPS_PORT: port(4_401),
  DATA_DIR: z.string().default('./data'),
  POLL_SECONDS: wholeNumber(60, 1, 3_600),
  POLL_MOVING_SECONDS: wholeNumber(15, 1, 60).refine(
    (value) => movingSeconds.includes(value),
    `must divide a minute: one of ${movingSeconds.join(', ')}`,
  ),
  AWAY_MINUTES: wholeNumber(10, 1, 10_080),
  EDGE_READS_PER_POLL: wholeNumber(60, 0, 2_000),
  FIRE_AFTER_SECONDS: wholeNumber(0, 0, 3_600),
  CLEAR_AFTER_SECONDS: wholeNumber(60, 0, 3_600),
  REOPEN_MINUTES: wholeNumber(30, 0, 1_440),
  FLAP_TIMES: wholeNumber(3, 2, 100),
  FLAP_MINUTES: wholeNumber(10, 1, 1_440),
  DIGEST_OVER: wholeNumber(10, 1, 1_000),
  HEARTBEAT_URL: z
    .url('must be a URL')
    .refine(
      (url) => url.startsWith('https:') || (url.startsWith('http:') && isLoopback(url)),
      'must begin with https: or be on loopback',
    )
    .optional(),
  /** Routing registries that speak whois, `host[:port][/ripe]`. */
  IRR_SERVERS: irrServers,
  /** A VRP list in JSON: an address, or a file. */
  RPKI_VRP_URL: z.string().optional(),
  RPKI_REFRESH_MINUTES: wholeNumber(60, 1, 1_440),
  RDAP_URL: z.url('must be a URL').default('https://rdap.org'),
  ORGANIZATION_NAMES: textList,
  REGISTRY_CHECK_MINUTES: wholeNumber(360, 5, 10_080),
  CASES_OPEN: z.enum(['auto', 'by-hand'], 'must be auto or by-hand').default('auto'),
  CASE_STEP_HOURS: wholeNumber(72, 1, 720),
  CASE_REMIND_HOURS: wholeNumber(24, 1, 720),
  CASE_FILES_KEEP_DAYS: wholeNumber(30, 0, 3_650),
  SUPPORT_CONTACT_FILE: z.string().optional(),
  SUPPORT_SEVERITY: z
    .enum(['minimal', 'moderate', 'critical'], 'must be minimal, moderate or critical')
    .default('moderate'),
  SUPPORT_PROBLEM: z.string().default('ownership for public prefixes'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  SANDBOX_PORT: port(4_400),
});
export type Environment = z.infer<typeof Environment>;

export type Config = Omit<Environment, 'SLACK_BOT_TOKEN' | 'AZURE_SUBSCRIPTION_IDS'> & {
  readonly SLACK_BOT_TOKEN: string;
  readonly AZURE_SUBSCRIPTION_IDS: readonly string[];
};

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Which halves are the sandbox's. */
export function sandboxedHalves(env: NodeJS.ProcessEnv): {
  readonly slack: boolean;
  readonly azure: boolean;
} {
  return { slack: !env.SLACK_BOT_TOKEN, azure: !env.AZURE_SUBSCRIPTION_IDS };
}

/** Reads the bot's environment. All that is wrong is told at once, each with its mend; no value is repeated. */
export function parseConfig(env: NodeJS.ProcessEnv): Parsed<Config> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  const malformed = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const problems = [
    ...malformed,
    ...contradictions(given),
    ...(parsed.success ? paceProblems(parsed.data) : []),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const { SLACK_BOT_TOKEN, AZURE_SUBSCRIPTION_IDS, ...rest } = parsed.data;
  if (!SLACK_BOT_TOKEN || !AZURE_SUBSCRIPTION_IDS) return { ok: false, problems };
  return { ok: true, value: { ...rest, SLACK_BOT_TOKEN, AZURE_SUBSCRIPTION_IDS } };
}

function paceProblems({ POLL_SECONDS, POLL_MOVING_SECONDS }: Environment): readonly string[] {
  return POLL_SECONDS < POLL_MOVING_SECONDS
    ? ['POLL_SECONDS must not be less than POLL_MOVING_SECONDS: the calm pace is the slower one']
    : [];
}

/** What is wrong between variables, or only with the real Slack and Azure. A stand-in may name things as it likes. */
function contradictions(env: NodeJS.ProcessEnv): readonly string[] {
  return [...slackContradictions(env), ...azureContradictions(env)];
}

function slackContradictions(env: NodeJS.ProcessEnv): readonly string[] {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET, SLACK_API_URL: url } = env;
  const isReal = !(url && isLoopback(url));
  return [
    token
      ? []
      : 'SLACK_BOT_TOKEN is not set: the bot needs a workspace. `npm start` without it uses the sandbox',
    isReal && token && !token.startsWith('xox')
      ? 'SLACK_BOT_TOKEN must start with xoxb-; it is on the app’s page under OAuth & Permissions'
      : [],
    isReal && appToken && !appToken.startsWith('xapp-')
      ? 'SLACK_APP_TOKEN must start with xapp-; it is on the app’s page under Basic Information, App-Level Tokens'
      : [],
    appToken || SLACK_SIGNING_SECRET
      ? []
      : 'SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) must be set: without one of them Slack cannot reach the bot',
    url && isReal && !isSlack(url)
      ? 'SLACK_API_URL must be Slack itself or on loopback: the bot token goes there'
      : [],
  ].flat();
}

function azureContradictions(env: NodeJS.ProcessEnv): readonly string[] {
  const { AZURE_SUBSCRIPTION_IDS: ids, AZURE_ARM_URL: url, AZURE_STATIC_TOKEN, AZURE_METRICS_URL } = env;
  const isReal = !(url && isLoopback(url));
  return [
    ids
      ? []
      : 'AZURE_SUBSCRIPTION_IDS is not set: the bot needs circuits. `npm start` without it uses the sandbox',
    isReal &&
    ids &&
    !ids
      .split(/[\s,]+/u)
      .filter(Boolean)
      .every(isGuid)
      ? 'AZURE_SUBSCRIPTION_IDS must be GUIDs, separated by commas; `az account list` shows them'
      : [],
    url && isReal && !isAzure(url)
      ? 'AZURE_ARM_URL must be an Azure cloud’s ARM endpoint or on loopback: Azure tokens go there'
      : [],
    AZURE_METRICS_URL && !isLoopback(AZURE_METRICS_URL) && !isMetrics(AZURE_METRICS_URL)
      ? 'AZURE_METRICS_URL must be an Azure cloud’s metrics endpoint or on loopback: Azure tokens go there. Leave it out to use the cloud’s own'
      : [],
    AZURE_STATIC_TOKEN && isReal
      ? 'AZURE_STATIC_TOKEN is for stand-ins only: set AZURE_ARM_URL to one on loopback, or leave it out'
      : [],
  ].flat();
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text);
}

function isSlack(url: string): boolean {
  return /^https:\/\/([a-z0-9-]+\.)*slack(-gov)?\.com\//u.test(url);
}

const azureHosts = ['management.azure.com', 'management.usgovcloudapi.net', 'management.chinacloudapi.cn'];

function isAzure(url: string): boolean {
  return (
    URL.canParse(url) && new URL(url).protocol === 'https:' && azureHosts.includes(new URL(url).hostname)
  );
}

/** A door for each region: https://uksouth.metrics.monitor.azure.com. */
function isMetrics(url: string): boolean {
  return /^https:\/\/[a-z0-9-]+\.metrics\.monitor\.azure\.(?:com|us|cn)(?:\/|$)/u.test(url);
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/u.test(hostname);
}
