import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export type Request = {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
};

export type TinyArm = {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly Request[];
};

export type Play = (request: Request, response: ServerResponse, count: number) => void;

/** A bare HTTP server on loopback, closed with the test. `count` is 0 for the first request. */
export async function startTinyArm(play: Play): Promise<TinyArm> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const request = toRequest(incoming);
    requests.push(request);
    incoming.resume();
    play(request, response, requests.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => close(server));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, requests };
}

/** Answers everything with this status, these headers and this body. */
export function always(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Play {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

function toRequest({ method = '', url = '', headers }: IncomingMessage): Request {
  return { method, url, authorization: headers.authorization };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
