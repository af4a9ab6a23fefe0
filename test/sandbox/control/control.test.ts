import { createServer, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

describe('the world', () => {
  test('has people with roles, channels, circuits, links, tickets and a clock', async () => {
    const { json } = await sandbox.control.get('world');
    expect(json).toMatchObject({
      now: expect.any(Number),
      people: expect.arrayContaining([
        expect.objectContaining({ id: 'U0VERA0001', name: 'vera', roles: ['viewer'] }),
        expect.objectContaining({ id: 'U0XENIA001', name: 'xenia', roles: [], teamId: 'T0PARTNER1' }),
      ]),
      channels: expect.arrayContaining([expect.objectContaining({ id: 'C0NETOPS001', name: 'network-ops' })]),
      circuits: expect.any(Array),
      links: expect.any(Array),
      connections: expect.arrayContaining([
        expect.objectContaining({ name: 'conn-lon-hub', connectionStatus: 'Connected' }),
      ]),
      gateways: expect.arrayContaining([expect.objectContaining({ name: 'gw-spoke-uk', sku: 'ErGw3AZ' })]),
      failoverTests: [],
      tickets: [],
      faults: [],
    });
  });

  test('goes forward in time', async () => {
    const before = Number((await sandbox.control.get('world')).json.now);
    const { json } = await sandbox.control.post('clock', { advanceMs: 3_600_000 });
    expect(Number(json.now) - before).toBeGreaterThanOrEqual(3_600_000);
  });

  test('begins with a note that says what to type', async () => {
    const { json } = await sandbox.control.get('slack/messages?channel=C0NETOPS001&user=U0VERA0001');
    expect(json.messages).toContainEqual(
      expect.objectContaining({
        user: 'USLACKBOT',
        text: expect.stringContaining('/circuit list'),
        blocks: [],
      }),
    );
  });
});

describe('a bad call is 400 with a sentence', () => {
  const command = { user: 'U0VERA0001', channel: 'C0NETOPS001', command: '/circuit', text: 'list' };
  test.each<[string, unknown, string]>([
    ['clock', { advanceMs: -1 }, 'advanceMs'],
    ['clock', {}, 'advanceMs is missing'],
    ['faults', { target: 'moon', kind: 'drop' }, 'target'],
    ['faults', { target: 'slack', kind: 'explode' }, 'kind'],
    ['slack/command', { ...command, user: 'U0NOBODY01' }, 'user: U0NOBODY01 is nobody here'],
    ['slack/command', { ...command, channel: 'C0NOWHERE01' }, 'channel: there is no channel'],
    ['slack/command', { ...command, channel: 'C0PRIVATE01' }, 'channel: vera cannot see C0PRIVATE01'],
    ['slack/command', { ...command, command: '/cirquit' }, 'command: /cirquit is not a command here'],
    ['slack/command', { ...command, text: 7 }, 'text'],
    ['slack/command', command, 'no bot is connected'],
    ['slack/action', { user: 'U0VERA0001', action_id: 'show' }, 'ts is missing'],
    [
      'slack/action',
      { user: 'U0VERA0001', channel: 'C0NETOPS001', ts: '1.000001', action_id: 'a' },
      'ts: vera sees no message',
    ],
    ['slack/submit', { user: 'U0VERA0001', view_id: 'V1', values: {} }, 'view_id: vera has no view V1'],
    ['slack/open-home', {}, 'user is missing'],
    ['poll', {}, 'no bot is connected'],
  ])('%s %o', async (path, body, sentence) => {
    const { status, json } = await sandbox.control.post(path, body);
    expect(status).toBe(400);
    expect(json.error).toContain(sentence);
  });

  test('for a body that is no JSON', async () => {
    const answer = await fetch(`${sandbox.url}/control/clock`, { method: 'POST', body: 'soon' });
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'the body is no JSON' }]);
  });

  test('for messages that the person may not read', async () => {
    expect(await sandbox.control.get('slack/messages?channel=C0PRIVATE01&user=U0VERA0001')).toMatchObject({
      status: 400,
    });
    expect(await sandbox.control.get('slack/messages?channel=C0GENERAL01&user=U0XENIA001')).toMatchObject({
      status: 400,
    });
    expect(await sandbox.control.get('slack/messages?channel=D0OMAR0001&user=U0VERA0001')).toMatchObject({
      status: 400,
    });
  });
});

describe('faults', () => {
  test('are listed until they are cleared', async () => {
    const fault = { target: 'azure', kind: 'throttle', times: 2, retryAfter: 3 };
    expect((await sandbox.control.post('faults', fault)).json).toEqual({ ok: true, faults: [fault] });
    expect((await sandbox.control.get('world')).json.faults).toEqual([fault]);
    await sandbox.control.post('faults', { target: 'azure', kind: 'clear' });
    expect((await sandbox.control.get('world')).json.faults).toEqual([]);
  });
});

describe('a poll', () => {
  test("goes to the bot's operations port and brings back its answer", async () => {
    const calls: string[] = [];
    const bot = createServer((incoming, answer) => {
      calls.push(`${incoming.method} ${incoming.url} ${incoming.headers['x-trunkline']}`);
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"circuits":8}');
    });
    const opsUrl = await listening(bot);
    await sandbox.control.put('slack/app', { requestUrl: `${opsUrl}/slack/events`, opsUrl });
    expect(await sandbox.control.post('poll', {})).toEqual({ status: 200, json: { circuits: 8 } });
    expect(calls).toEqual(['POST /poll sandbox']);
    bot.closeAllConnections();
    await new Promise((resolve) => bot.close(resolve));
    expect(await sandbox.control.post('poll', {})).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('does not answer') },
    });
  });
});

describe('news', () => {
  test('stream as server-sent events', async () => {
    const answer = await fetch(`${sandbox.url}/control/events`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    await sandbox.control.post('slack/message', {
      user: 'U0VERA0001',
      channel: 'C0NETOPS001',
      text: 'hello',
    });
    let news = '';
    while (!news.includes('\ndata: ')) news += (await reader?.read())?.value ?? '';
    expect(news).toContain('data: {"topic":"messages","channel":"C0NETOPS001"}\n\n');
    await reader?.cancel();
  });

  test('do not keep the sandbox from closing', async () => {
    const other = await startTestSandbox();
    const answer = await fetch(`${other.url}/control/events`);
    await other.close();
    await expect(answer.text()).rejects.toThrow();
  });
});

describe('strangers', () => {
  test('who come by another host name are refused', async () => {
    expect(await statusOf('GET', { host: 'evil.example' })).toBe(403);
    expect(await statusOf('GET', { host: 'localhost:1' })).toBe(200);
  });

  test('who send orders from another origin are refused', async () => {
    expect(await statusOf('POST', { origin: 'http://evil.example' })).toBe(403);
    expect(await statusOf('POST', { origin: 'null' })).toBe(403);
    expect(await statusOf('POST', { origin: sandbox.url })).toBe(400);
  });
});

/** Of a call whose headers fetch would not let us set. */
function statusOf(method: 'GET' | 'POST', headers: Record<string, string>): Promise<number | undefined> {
  const path = method === 'GET' ? 'world' : 'clock';
  return new Promise((resolve, reject) => {
    const call = request(`${sandbox.url}/control/${path}`, { method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    call.on('error', reject).end();
  });
}

function listening(server: ReturnType<typeof createServer>): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}
