import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../usecases/ports.ts';
import type { MetricsRegistry } from './metrics-registry.ts';

export type OpsDeps = {
  /** 0: any free port. */
  readonly port: number;
  /** One poll now; the answer is sent as it is. */
  readonly poll: () => Promise<object>;
  /** Codes for why nobody should rely on this process; none: it is ready. */
  readonly ready: () => readonly string[];
  readonly metrics: Pick<MetricsRegistry, 'contentType' | 'text'>;
  readonly log: Log;
};

export interface OpsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A door for the machine's own people and programs, on loopback only. Nothing of what Trunkline watches can be read here.
 * Browsers are kept out of what does something: a page elsewhere cannot send the header that POST asks for without being
 * asked first.
 */
export async function startOpsServer(deps: OpsDeps): Promise<OpsServer> {
  const server = createServer((request, response) => {
    route(request, deps)
      .then((answer) => send(response, answer))
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'a question at the ops port could not be answered');
        send(response, json(500, { error: 'it failed; the log says why' }));
      });
  });
  await listen(server, deps.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { readonly status: number; readonly type: string; readonly text: string };

async function route(request: IncomingMessage, { poll, ready, metrics }: OpsDeps): Promise<Answer> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  switch (`${method} ${request.url?.split('?')[0]}`) {
    case 'GET /healthz':
      return json(200, { ok: true });
    case 'GET /readyz':
      return readiness(ready());
    case 'GET /metrics':
      return { status: 200, type: metrics.contentType, text: await metrics.text() };
    case 'POST /poll':
      return request.headers['x-trunkline'] === undefined
        ? json(403, { error: 'POST /poll needs the header x-trunkline, with any value' })
        : pollNow(poll);
    default:
      return json(404, { error: 'GET /healthz, GET /readyz, GET /metrics and POST /poll are all there is' });
  }
}

/** Why it failed is in the log already, whoever asked. */
function pollNow(poll: OpsDeps['poll']): Promise<Answer> {
  return poll().then(
    (report) => json(200, report),
    () => json(500, { error: 'the poll failed; the log says why' }),
  );
}

function readiness(reasons: readonly string[]): Answer {
  return json(reasons.length === 0 ? 200 : 503, { ready: reasons.length === 0, reasons });
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json', text: JSON.stringify(body) };
}

/** Node leaves the body out where it was asked by HEAD. */
function send(response: ServerResponse, { status, type, text }: Answer): void {
  response.writeHead(status, { 'content-type': type }).end(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
