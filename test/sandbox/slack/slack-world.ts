import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createControlServer } from '../../../src/sandbox/control/control-server.ts';
import { listen } from '../../../src/sandbox/control/listen.ts';
import { localOnly } from '../../../src/sandbox/control/local-only.ts';
import { createPageServer } from '../../../src/sandbox/page/page-server.ts';
import { createSlackServer } from '../../../src/sandbox/slack/slack-server.ts';
import { createBus } from '../../../src/sandbox/world/bus.ts';
import { createWorldClock } from '../../../src/sandbox/world/clock.ts';
import { createFaults } from '../../../src/sandbox/world/faults.ts';

export type Json = Record<string, unknown>;

/** What the stand-in bot got, its signature checked with an HMAC of the test's own. */
type Delivered = {
  headers: IncomingHttpHeaders;
  body: string;
  signed: boolean;
  form: Json;
  payload: Json;
};
export type BotAnswer = { status?: number; body?: string | Json; headers?: Record<string, string> };
type Listener = (
  delivered: Delivered,
  response: ServerResponse,
) => BotAnswer | undefined | Promise<BotAnswer>;

type Options = {
  readonly answerTimeoutMs?: number;
  /** With the workspace page, for a browser. */
  readonly page?: boolean;
};

/** The sandbox's Slack alone on a free port, with a bot that does as the test says. */
export async function startSlackWorld({ page = false, ...options }: Options = {}) {
  // World time stands still unless a test moves it, so that nothing expires on a slow machine.
  const begin = Date.now();
  const clock = createWorldClock(() => begin);
  const faults = createFaults();
  const bus = createBus();
  let url = '';
  const slack = createSlackServer({ clock, faults, bus, origin: () => url, ...options });
  const bot = await startBot(slack.signingSecret);
  slack.connectBot({ requestUrl: bot.url, opsUrl: bot.opsUrl });

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(localOnly);
  app.route('/slack', slack.api);
  app.route('/control/slack', slack.control);
  const opsUrl = () => slack.connectedBot()?.opsUrl;
  const everything = () => ({ circuits: [], links: [], ...slack.world() });
  app.route('/control', createControlServer({ clock, faults, bus, opsUrl, world: everything }));
  if (page) app.route('/', createPageServer());
  const server = await listen(app, 0);
  url = server.url;

  return {
    url,
    clock,
    bus,
    slack,
    bot,
    api: (method: string, args: Json = {}, token = slack.botToken) =>
      call(`${url}/slack/api/${method}`, 'POST', args, { authorization: `Bearer ${token}` }),
    post: (path: string, body: unknown) => call(`${url}/control/${path}`, 'POST', body),
    put: (path: string, body: unknown) => call(`${url}/control/${path}`, 'PUT', body),
    get: (path: string) => call(`${url}/control/${path}`, 'GET'),
    async close() {
      clock.close();
      await Promise.all([bot.close(), server.close()]);
    },
  };
}

export type SlackTestWorld = Awaited<ReturnType<typeof startSlackWorld>>;

export async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: parse(text), text };
}

async function startBot(secret: string) {
  const deliveries: Delivered[] = [];
  let listener: Listener = () => undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const delivered = read(request.headers, Buffer.concat(chunks).toString(), secret);
    deliveries.push({ ...delivered, form: { ...delivered.form, path: request.url } });
    const { status = 200, body = '', headers = {} } = (await listener(delivered, response)) ?? {};
    if (response.destroyed) return;
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/slack/events`,
    opsUrl: origin,
    deliveries,
    on: (next: Listener) => {
      listener = next;
    },
    /** The last request, which must be there. */
    last() {
      const delivered = deliveries.at(-1);
      if (!delivered) throw new Error('nothing was delivered');
      return delivered;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function read(headers: IncomingHttpHeaders, body: string, secret: string): Delivered {
  const form: Json = Object.fromEntries(new URLSearchParams(body));
  const json = typeof form.payload === 'string' ? form.payload : body;
  const time = String(headers['x-slack-request-timestamp']);
  const expected = createHmac('sha256', secret).update(['v0', time, body].join(':')).digest('hex');
  const signed = headers['x-slack-signature'] === `v0=${expected}`;
  return { headers, body, signed, form, payload: parse(json) };
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
