import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createSlackFiles } from '../../src/slack/files.ts';
import { keptLog } from '../support/kept-log.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';

const channelId = 'C0NETOPS001';
const content = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

function slack() {
  const { SLACK_BOT_TOKEN: token = '', SLACK_API_URL: apiUrl = '' } = sandbox.environment;
  const client = createOnceClient({ token, apiUrl, logger: createBoltLogger(keptLog()) });
  return { client, files: createSlackFiles({ client, token, apiUrl }) };
}

/** Files of the messages that a person sees in the channel, newest last. */
async function filesSeen() {
  const { json } = await sandbox.control.get(`slack/messages?channel=${channelId}`);
  const messages = json.messages as {
    thread_ts?: string;
    files?: { id: string; name: string; size: number }[];
  }[];
  return messages.flatMap(({ thread_ts, files = [] }) => files.map((file) => ({ ...file, thread_ts })));
}

test('a file that is put into a thread stands there, and comes back as it was', async () => {
  const { client, files } = slack();
  const { ts: threadTs = '' } = await client.chat.postMessage({ channel: channelId, text: 'A case' });
  await files.share({ channelId, threadTs, name: 'evidence für lon-01.pdf', title: 'Evidence', content });
  const [seen] = await filesSeen();
  expect(seen).toMatchObject({ name: 'evidence für lon-01.pdf', size: content.length, thread_ts: threadTs });
  const fetched = await files.fetch(seen?.id ?? '', content.length);
  expect(fetched).toMatchObject({ name: 'evidence für lon-01.pdf', mimeType: 'application/pdf' });
  expect(Buffer.from(fetched?.content ?? []).equals(content)).toBe(true);
  expect(await files.fetch(seen?.id ?? '', content.length - 1)).toBeUndefined();
});

test('a file that Slack does not have is none, and one that may not be read is a fault', async () => {
  const { files } = slack();
  expect(await files.fetch('F0NOTHERE01', 1_000)).toBeUndefined();
  await sandbox.control.put('slack/app', { scopes: ['commands', 'chat:write'] });
  await expect(files.fetch('F0NOTHERE01', 1_000)).rejects.toThrow('the app lacks the scopes files:read');
  const shared = { channelId, threadTs: '1.000001', name: 'a.txt', title: 'a', content };
  await expect(files.share(shared)).rejects.toThrow('the app lacks the scopes files:read and files:write');
});
