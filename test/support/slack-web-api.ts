import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.ts';

/** A request that came to the stand-in. */
export type Call = {
  readonly path: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};

/** What a method answers: always the same, or decided from the call. */
export type Answers = Readonly<Record<string, Answer | ((call: Call) => Answer)>>;

const known: Answers = {
  'auth.test': { body: { ok: true, team_id: 'T0TRUNK001', user_id: 'U0TRUNKBOT', bot_id: 'B0TRUNKBOT' } },
  'conversations.open': { body: { ok: true, channel: { id: 'D0DIRECT01' } } },
  'conversations.info': { body: { ok: true, channel: { id: 'C0NETOPS001', is_member: true } } },
  'conversations.history': { body: { ok: true, messages: [] } },
  'views.open': { body: { ok: true, view: { id: 'V0OPENED001' } } },
  'views.push': { body: { ok: true, view: { id: 'V0PUSHED001' } } },
};

/** Slack's Web API as small as can be: notes what comes and answers as it is told. `/response/…` takes answers. */
export async function startWebApi(answers: Answers = {}) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const call = await read(request);
    calls.push(call);
    const answer = { ...known, ...answers }[call.path.replace('/api/', '')] ?? {};
    const {
      status = 200,
      headers = {},
      body = { ok: true },
    } = typeof answer === 'function' ? answer(call) : answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${address.port}`;
  const of = (method: string) => calls.filter(({ path }) => path === `/api/${method}`);
  return {
    origin,
    apiUrl: `${origin}/api/`,
    responseUrl: `${origin}/response/commands/T0TRUNK001/1/response-secret`,
    calls,
    of,
    /** What was sent to response URLs. */
    responses: () => calls.filter(({ path }) => path.startsWith('/response/')).map(({ body }) => body),
    /** Waits until so many answers have come. */
    responded: (count: number) =>
      eventually(() => {
        const all = calls.filter(({ path }) => path.startsWith('/response/')).map(({ body }) => body);
        if (all.length < count) throw new Error(`${all.length} answers instead of ${count}`);
        return all;
      }),
    /** Waits for a call of the method. */
    called: (method: string) =>
      eventually(() => {
        const call = of(method).at(-1);
        if (!call) throw new Error(`${method} was not called`);
        return call;
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const isJson = request.headers['content-type']?.includes('json') ?? false;
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization ?? '',
    body: isJson ? JSON.parse(text) : fromForm(text),
  };
}

/** Slack's client sends structures as JSON within a form. */
function fromForm(text: string): Record<string, unknown> {
  const fields = [...new URLSearchParams(text)];
  return Object.fromEntries(
    fields.map(([key, value]) => [key, /^[[{]/u.test(value) ? JSON.parse(value) : value]),
  );
}
