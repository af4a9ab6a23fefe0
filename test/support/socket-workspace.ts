import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

const Ack = z.object({ envelope_id: z.string() });

/** As much of Slack as Socket Mode needs: the Web API methods of a start, the socket, and a response URL. */
export type SocketWorkspace = {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** Sends an envelope to the bot and resolves when the bot has acknowledged it. */
  deliver(envelope: { readonly envelope_id: string } & Record<string, unknown>): Promise<void>;
  /** What was posted to the response URL so far. */
  readonly responses: readonly string[];
  /** Resolves when that many responses have come. */
  responded(count: number): Promise<void>;
  close(): Promise<void>;
};

export async function startSocketWorkspace(): Promise<SocketWorkspace> {
  const responses: string[] = [];
  const acks = new Map<string, () => void>();
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const server = createServer((request, response) => void serve(request, response));
  const sockets = new WebSocketServer({ server, path: '/socket' });
  const connected = new Promise<WebSocket>((resolve) => {
    sockets.once('connection', (socket) => {
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
      socket.on('message', (data) => {
        const ack = Ack.safeParse(JSON.parse(String(data)));
        if (ack.success) acks.get(ack.data.envelope_id)?.();
      });
      resolve(socket);
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (request.url === '/response') {
      responses.push(body);
      for (const { count, resolve } of waiting) if (responses.length >= count) resolve();
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request.url)));
  }

  function answer(url: string | undefined): object {
    if (url === '/api/apps.connections.open') return { ok: true, url: `ws://127.0.0.1:${port}/socket` };
    return { ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'B1' };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response`,
    responses,
    async deliver(envelope) {
      const socket = await connected;
      await new Promise<void>((resolve) => {
        acks.set(envelope.envelope_id, resolve);
        socket.send(JSON.stringify(envelope));
      });
    },
    responded: (count) =>
      responses.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
