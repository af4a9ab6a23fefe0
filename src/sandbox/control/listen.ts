import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

/** Longer than the longest pause between two polls of a demo. */
const keepAliveMs = 120_000;

export type Listening = { readonly url: string; close(): Promise<void> };

/** Serves on loopback only; port 0 takes any free one. Rejects with Node's own error when the port is taken. */
export async function listen(app: Hono<{ Bindings: HttpBindings }>, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, hostname: '127.0.0.1' });
  // A connection that is closed just when a poll wants to use it again would look like a fault that nobody asked for.
  if (isHttp(server)) server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return { url: `http://127.0.0.1:${bound}`, close: () => closeServer(server) };
}

/** Open event streams and hanging calls would keep the server alive for ever: they are cut. */
function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if (isHttp(server)) server.closeAllConnections();
  });
}

const isHttp = (server: object): server is Server => 'closeAllConnections' in server;
