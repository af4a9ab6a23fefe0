import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What of an answer's head the bot goes by. */
const passedOn = ['retry-after', 'azure-asyncoperation', 'location', 'etag', 'x-ms-correlation-request-id'];

/** Stands between the bot and the sandbox's Azure: counts what is asked and can make Azure say what a world cannot do. */
export async function startArmProxy(sandboxUrl: string) {
  const calls: string[] = [];
  let reword = (body: string) => body;
  let keepsAnswers = false;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    calls.push(`${method} ${url.split('?')[0]}`);
    const conditions = Object.entries(headers).filter(([name]) => /^if-(?:none-)?match$/u.test(name));
    const answer = await fetch(`${sandboxUrl}${url}`, {
      method,
      headers: {
        authorization: String(headers.authorization),
        'content-type': 'application/json',
        ...Object.fromEntries(conditions.map(([name, value]) => [name, String(value)])),
      },
      ...(method !== 'GET' && { body: await text(request) }),
    });
    if (keepsAnswers && /^(?:PUT|DELETE)$/u.test(method)) return;
    const body = (await answer.text()).replaceAll(sandboxUrl, origin);
    const told = passedOn.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value.replaceAll(sandboxUrl, origin)] as const];
    });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...Object.fromEntries(told) });
    response.end(reword(body));
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    armUrl: `${origin}/azure`,
    /** Method and path of every call, oldest first. */
    calls,
    /** The calls that change something, oldest first. */
    writes: () => calls.filter((call) => /^(?:PUT|PATCH|DELETE) |^POST .*FailoverTest$/u.test(call)),
    /** Azure takes what changes something, and its answer never comes. */
    keepAnswers() {
      keepsAnswers = true;
    },
    giveAnswers() {
      keepsAnswers = false;
    },
    /** From now on Azure's bodies come through this. */
    reword(change: (body: string) => string) {
      reword = change;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
