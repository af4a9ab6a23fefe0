import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { runSandbox } from '../../../src/sandbox/main.ts';

test('a sandbox says what a bot needs, then that it is ready', async () => {
  const lines: string[] = [];
  const sandbox = await runSandbox({ SANDBOX_PORT: '0' }, (line) => lines.push(line));
  try {
    expect(lines.at(-1)).toBe(`sandbox ready ${sandbox.url}`);
    expect(lines.slice(0, -1).map((line) => line.split('=')[0])).toEqual([
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_API_URL',
      'AZURE_ARM_URL',
      'AZURE_METRICS_URL',
      'AZURE_STATIC_TOKEN',
      'AZURE_SUBSCRIPTION_IDS',
      'ALERTS_CHANNEL',
      'APPROVALS_CHANNEL',
      'ACCESS_FILE',
      'SUPPORT_CONTACT_FILE',
      'IRR_SERVERS',
      'RPKI_VRP_URL',
      'RDAP_URL',
      'ORGANIZATION_NAMES',
    ]);
    const { SLACK_BOT_TOKEN, SLACK_API_URL = '' } = sandbox.environment;
    const client = new WebClient(SLACK_BOT_TOKEN, { slackApiUrl: SLACK_API_URL });
    expect(await client.auth.test()).toMatchObject({ ok: true });
  } finally {
    await sandbox.close();
  }
});

test('a second sandbox on the same port says that the port is in use', async () => {
  const first = await runSandbox({ SANDBOX_PORT: '0' }, () => {});
  try {
    const { port } = new URL(first.url);
    await expect(runSandbox({ SANDBOX_PORT: port }, () => {})).rejects.toThrow(
      `port ${port} is in use: stop what listens there, or set SANDBOX_PORT`,
    );
  } finally {
    await first.close();
  }
});

test.each(['http', '-1', '70000', '44 00'])('refuses the port %j', async (SANDBOX_PORT) => {
  await expect(runSandbox({ SANDBOX_PORT }, () => {})).rejects.toThrow('SANDBOX_PORT must be a port number');
});

test('refuses a bot address that is no URL', async () => {
  await expect(runSandbox({ SANDBOX_PORT: '0', SANDBOX_BOT_URL: 'here' }, () => {})).rejects.toThrow(
    'SANDBOX_BOT_URL must be an http URL',
  );
});
