import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createArmClient } from '../../../src/azure/arm-client.ts';
import { createAzureWriter } from '../../../src/azure/create-azure-writer.ts';
import { createSupportDesk } from '../../../src/azure/support/create-support-desk.ts';
import { createTelemetry } from '../../../src/azure/telemetry/create-telemetry.ts';
import { type CircuitAddress, parseCircuitAddress } from '../../../src/domain/circuit/circuit-id.ts';
import { idOf } from './wire.ts';

export type Question = {
  readonly method: string;
  /** In lower case, without the query. */
  readonly path: string;
  /** To the letter, with the query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

export type Answer = {
  readonly status?: number;
  /** Text as it is; anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export const standInNow = Date.UTC(2026, 2, 2, 3, 12);

/** `count` is 0 for the first question. `drop`: the connection is cut. */
type Play = (question: Question, count: number) => Answer | 'drop';

/** An ARM on loopback that answers as `play` says, what talks to it, and all that it was asked. Metrics are below `/metrics`. */
export async function startStandIn(play: Play) {
  const questions: Question[] = [];
  const waits: number[] = [];
  let current = play;
  const server = createServer(async (incoming, response) => {
    const question = await toQuestion(incoming);
    questions.push(question);
    const answer = current(question, questions.length - 1);
    if (answer === 'drop') return void response.destroy();
    const { status = 200, body, headers = {} } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
  });
  const url = await listen(server);
  const access = { kind: 'static', token: 't0ken' } as const;
  const arm = createArmClient({ armUrl: url, access, timeoutMs: 5_000 });
  const metrics = createArmClient({ armUrl: `${url}/metrics`, access, timeoutMs: 5_000 });
  const wait = async (ms: number) => waits.push(ms);
  return {
    url,
    questions,
    /** How long the writer would have paused, ms. */
    waits,
    writer: createAzureWriter(arm, wait),
    desk: createSupportDesk(arm, () => standInNow, wait),
    telemetry: createTelemetry(
      arm,
      () => metrics,
      () => standInNow,
      wait,
    ),
    asked: () => questions.map(({ method, path }) => `${method} ${path}`),
    /** Begins anew with another play. */
    replay(next: Play) {
      questions.splice(0);
      current = next;
    },
  };
}

/** Serves these resources by path, takes every write, and remembers nothing of it. */
export function serving(resources: Readonly<Record<string, unknown>>): Play {
  const byPath = new Map(Object.entries(resources).map(([path, body]) => [path.toLowerCase(), body]));
  return ({ method, path }) => {
    if (method === 'DELETE') return { status: 202, headers: { location: 'https://elsewhere.example/x' } };
    if (method !== 'GET') return { status: 200, body: '' };
    const body = byPath.get(path);
    return body === undefined ? notFound : { body };
  };
}

export const notFound: Answer = {
  status: 404,
  body: { error: { code: 'ResourceNotFound', message: 'It was not found.' } },
};

/** The circuit that these tests write to. */
export function addressOf(name = 'lon-01'): CircuitAddress {
  const address = parseCircuitAddress(idOf(name));
  if (!address.ok) throw new Error(address.refusal);
  return address.value;
}

async function toQuestion(incoming: IncomingMessage): Promise<Question> {
  const { method = '', url = '', headers } = incoming;
  const path = decodeURIComponent(url.split('?')[0] ?? '').toLowerCase();
  return { method, path, url, headers, body: await text(incoming) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}
