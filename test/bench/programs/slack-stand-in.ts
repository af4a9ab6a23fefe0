import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

// A process of its own: as much of Slack as a bot needs to start and to answer. Counts the answers that it was sent.

let answers = 0;

const server = createServer((request, response) => {
  void drained(request).then(() => {
    if (request.url?.startsWith('/answer')) answers += 1;
    response.setHeader('content-type', 'application/json');
    response.end(request.url?.endsWith('/auth.test') ? identity : '{"ok":true}');
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`slack at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});

process.on('message', () => process.send?.({ answers }));

const identity = JSON.stringify({
  ok: true,
  team_id: 'T0TRUNK001',
  user_id: 'U0TRUNKBOT',
  bot_id: 'B0TRUNKBOT',
});

async function drained(request: IncomingMessage): Promise<void> {
  for await (const _ of request);
}
