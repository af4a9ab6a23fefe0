import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createHeartbeat, type HeartbeatDeps } from '../../src/ops/heartbeat.ts';
import { eventually, present } from '../support/eventually.ts';
import { keptLog } from '../support/kept-log.ts';

type Play = (response: ServerResponse) => void;
const answers =
  (status: number, headers: Record<string, string> = {}): Play =>
  (response) =>
    void response.writeHead(status, headers).end('thanks');
const hangs: Play = () => {};

/** A service that is called, and answers as it is told. */
async function aService(...plays: readonly Play[]) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    (plays[calls.length] ?? answers(200))(response);
    calls.push(`${request.method} ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    url: `http://127.0.0.1:${port}/ping/secret-check`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function aHeartbeat(overrides: Partial<HeartbeatDeps>) {
  const log = keptLog();
  const results: string[] = [];
  const meter = { heartbeat: (result: string) => void results.push(result) };
  const heartbeat = createHeartbeat({ url: undefined, meter, log, ...overrides });
  return {
    ...heartbeat,
    log,
    results,
    /** Sends one and waits for its end. */
    async beatOnce() {
      const before = results.length;
      heartbeat.beat();
      await eventually(() => {
        if (results.length === before) throw new Error('no end yet');
      });
    },
    [Symbol.dispose]: heartbeat.stop,
  };
}

test('a heartbeat is a GET of the URL', async () => {
  await using service = await aService();
  using heart = aHeartbeat({ url: service.url });
  expect(heart.standing()).toEqual({ kind: 'waiting' });
  await heart.beatOnce();
  expect(service.calls).toEqual(['GET /ping/secret-check']);
  expect(heart.standing()).toEqual({ kind: 'well' });
  expect(heart.results).toEqual(['ok']);
  expect(heart.log.lines).toEqual([]);
});

test('without a URL there is none', async () => {
  using heart = aHeartbeat({});
  heart.beat();
  expect(heart.standing()).toBeUndefined();
  expect(heart.results).toEqual([]);
});

test('failures are counted, and logged once until it arrives again', async () => {
  await using service = await aService(answers(503), answers(404));
  using heart = aHeartbeat({ url: service.url });
  await heart.beatOnce();
  await heart.beatOnce();
  expect(heart.standing()).toEqual({ kind: 'failing', failures: 2, reason: 'HTTP 404' });
  await heart.beatOnce();
  expect(heart.standing()).toEqual({ kind: 'well' });
  expect(heart.results).toEqual(['failed', 'failed', 'ok']);
  expect(heart.log.lines).toEqual([
    'warn: the heartbeat does not arrive',
    'info: the heartbeat arrives again',
  ]);
});

test('a redirect is not followed', async () => {
  await using elsewhere = await aService();
  await using service = await aService(answers(302, { location: elsewhere.url }));
  using heart = aHeartbeat({ url: service.url });
  await heart.beatOnce();
  expect(elsewhere.calls).toEqual([]);
  expect(heart.standing()).toMatchObject({ reason: 'HTTP 302' });
});

test('a service that does not answer in time has failed', async () => {
  await using service = await aService(hangs);
  using heart = aHeartbeat({ url: service.url, timeoutMs: 20 });
  await heart.beatOnce();
  expect(heart.standing()).toEqual({ kind: 'failing', failures: 1, reason: 'no answer in time' });
});

test('a service that is away has failed, and its address is not told', async () => {
  const service = await aService();
  await service[Symbol.asyncDispose]();
  using heart = aHeartbeat({ url: service.url });
  await heart.beatOnce();
  expect(heart.standing()).toEqual({ kind: 'failing', failures: 1, reason: 'no connection' });
});

test('there are never two at once', async () => {
  const open: ServerResponse[] = [];
  await using service = await aService((response) => void open.push(response));
  using heart = aHeartbeat({ url: service.url });
  heart.beat();
  heart.beat();
  (await eventually(() => present(open[0], 'a call'))).end();
  await eventually(() => expect(heart.results).toEqual(['ok']));
  expect(service.calls).toHaveLength(1);
});

test('the one under way is given up at the end, and is no failure', async () => {
  await using service = await aService(hangs);
  const heart = aHeartbeat({ url: service.url });
  heart.beat();
  await eventually(() => present(service.calls[0], 'a call'));
  heart.stop();
  heart.beat();
  expect(heart.results).toEqual([]);
  expect(service.calls).toHaveLength(1);
});
