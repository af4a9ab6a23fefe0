import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Estate, moveEstate, newEstate } from './estate.ts';
import { type PageCount, PageOrder } from './page-protocol.ts';

// A process of its own: ARM's pages, made before they are asked for, so that sending one costs the same whoever asks.

const subscriptionIds = process.argv.slice(2);
const nothing: Estate = { pages: new Map(), circuits: new Map() };
let estate = nothing;
let requests = 0;
let turn = 0;

const server = createServer((request, response) => {
  requests += 1;
  const page = estate.pages.get(request.url ?? '');
  if (page === undefined) {
    // Sessions are not looked at here; and without an estate nothing is ever answered.
    if (estate !== nothing) response.writeHead(404, { 'content-length': 0 }).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': page.length,
  });
  response.end(page);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`pages at ${origin()}\n`));

process.on('message', (message) => {
  const order = PageOrder.parse(message);
  if (order.kind === 'estate') estate = newEstate(subscriptionIds, order.count, origin());
  if (order.kind === 'move') estate = moveEstate(estate, order.move, turn++, origin());
  if (order.kind === 'hang') estate = nothing;
  process.send?.({ requests, pages: estate.pages.size } satisfies PageCount);
});

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
