import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OpsDeps = {
  /** 0: any free port. */
  readonly port: number;
  /** One poll now; the answer is sent as it is. */
  readonly poll: () => Promise<object>;
};

export interface OpsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A door for the machine's own people and programs, on loopback only: `GET /healthz`, `POST /poll`. Browsers are kept
 * out: a page elsewhere cannot send the header that POST asks for without being asked first.
 */
export async function startOpsServer({ port, poll }: OpsDeps): Promise<OpsServer> {
  const server = createServer((request, response) => {
    route(request, poll)
      .then(({ status, body }) => send(response, status, body))
      .catch(() => send(response, 500, { error: 'the poll failed; the log says why' }));
  });
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { readonly status: number; readonly body: object };

async function route(request: IncomingMessage, poll: OpsDeps['poll']): Promise<Answer> {
  const where = `${request.method} ${request.url?.split('?')[0]}`;
  if (where === 'GET /healthz') return { status: 200, body: { ok: true } };
  if (where !== 'POST /poll')
    return { status: 404, body: { error: 'GET /healthz and POST /poll are all there is' } };
  if (request.headers['x-trunkline'] === undefined) {
    return { status: 403, body: { error: 'POST /poll needs the header x-trunkline, with any value' } };
  }
  return { status: 200, body: await poll() };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
