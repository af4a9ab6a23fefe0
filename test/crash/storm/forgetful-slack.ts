import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** Stands between the bot and the sandbox's Slack, and tells of no message which one it is. */
export async function startForgetfulSlack(apiUrl: string) {
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const answer = await fetch(new URL(url.slice(1), apiUrl), {
      method,
      headers: {
        authorization: String(headers.authorization),
        'content-type': String(headers['content-type']),
      },
      ...(method === 'GET' ? {} : { body: await text(request) }),
    });
    const body: unknown = await answer.json();
    const told = JSON.stringify(body, (key, value) => (key === 'metadata' ? undefined : value));
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(told);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    apiUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
