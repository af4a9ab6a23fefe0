import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingSecret } from '../ack/signed-command.ts';
import { type Child, startChild } from '../measure/child.ts';

export type Neighbours = {
  readonly slackUrl: string;
  readonly armUrl: string;
  readonly subscriptionIds: readonly string[];
};

export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'trunkline-bench-'));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true });
}

/** The real bot, as `npm run bot` starts it. */
export function spawnBot(folder: string, { slackUrl, armUrl, subscriptionIds }: Neighbours): Child {
  return startChild(new URL('../../../src/main.ts', import.meta.url), {
    args: ['bot'],
    env: {
      ...slackEnvironment(slackUrl),
      AZURE_ARM_URL: armUrl,
      AZURE_STATIC_TOKEN: 'bench',
      AZURE_SUBSCRIPTION_IDS: subscriptionIds.join(),
      DATA_DIR: folder,
      PORT: '0',
      OPS_PORT: '0',
      POLL_SECONDS: '5',
      POLL_MOVING_SECONDS: '5',
      LOG_LEVEL: 'error',
    },
  });
}

export function spawnBareBolt(slackUrl: string): Child {
  return startChild(new URL('bare-bolt.ts', import.meta.url), { env: slackEnvironment(slackUrl) });
}

function slackEnvironment(slackUrl: string): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `${slackUrl}/api/`,
  };
}

export const botReady = /^bot ready requests=(\S+) ops=(\S+)$/u;
export const boltReady = /^bare bolt at (\S+)$/u;

/** One poll, to its end. */
export async function pollNow(opsUrl: string): Promise<void> {
  const answer = await fetch(`${opsUrl}/poll`, { method: 'POST', headers: { 'x-trunkline': 'bench' } });
  if (!answer.ok) throw new Error(`the poll was answered with ${answer.status}`);
}

export async function startSlack(): Promise<{ readonly child: Child; readonly url: string }> {
  const child = startChild(new URL('slack-stand-in.ts', import.meta.url));
  const [, url = ''] = await child.line(/^slack at (\S+)$/u);
  return { child, url };
}
