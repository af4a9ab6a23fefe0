import { expect, test } from 'vitest';
import { type OpsDeps, startOpsServer } from '../../src/ops/ops-server.ts';
import { keptLog } from '../support/kept-log.ts';

async function aDoor(overrides: Partial<OpsDeps> = {}) {
  const log = keptLog();
  const server = await startOpsServer({
    port: 0,
    poll: async () => ({ read: 1 }),
    ready: () => [],
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'trunkline_outbox_depth 0\n' },
    log,
    ...overrides,
  });
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${server.url}${path}`, init);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  return { ask, log, url: server.url, [Symbol.asyncDispose]: server.close };
}

const header = { 'x-trunkline': '1' };

test('it listens on loopback alone', async () => {
  await using door = await aDoor();
  expect(door.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
});

test('a process that lives says so, whatever its trouble', async () => {
  await using door = await aDoor({ ready: () => ['blind-slack'] });
  expect(await door.ask('/healthz')).toEqual({ status: 200, type: 'application/json', text: '{"ok":true}' });
});

test('it is ready when nothing speaks against it', async () => {
  await using door = await aDoor();
  expect(await door.ask('/readyz')).toMatchObject({ status: 200, text: '{"ready":true,"reasons":[]}' });
});

test('it is not ready for the reasons that it names', async () => {
  await using door = await aDoor({ ready: () => ['slack-not-connected', 'blind-disk'] });
  expect(await door.ask('/readyz')).toMatchObject({
    status: 503,
    text: '{"ready":false,"reasons":["slack-not-connected","blind-disk"]}',
  });
});

test('metrics come as the registry writes them', async () => {
  await using door = await aDoor();
  expect(await door.ask('/metrics?name=x')).toEqual({
    status: 200,
    type: 'text/plain; version=0.0.4',
    text: 'trunkline_outbox_depth 0\n',
  });
});

test('metrics that cannot be read are an error that is logged', async () => {
  const text = () => Promise.reject(new Error('the store is closed'));
  await using door = await aDoor({ metrics: { contentType: 'text/plain', text } });
  expect(await door.ask('/metrics')).toMatchObject({
    status: 500,
    text: '{"error":"it failed; the log says why"}',
  });
  expect(door.log.lines).toEqual(['error: a question at the ops port could not be answered']);
});

test.each(['/healthz', '/readyz', '/metrics'])('HEAD %s answers without a body', async (path) => {
  await using door = await aDoor();
  expect(await door.ask(path, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
});

test('a poll is asked for with a header that a page elsewhere cannot send', async () => {
  await using door = await aDoor();
  expect(await door.ask('/poll', { method: 'POST' })).toMatchObject({ status: 403 });
  expect(await door.ask('/poll', { method: 'POST', headers: header })).toMatchObject({
    status: 200,
    text: '{"read":1}',
  });
});

test('a poll that fails is told, and was logged where it failed', async () => {
  await using door = await aDoor({ poll: () => Promise.reject(new Error('broken')) });
  expect(await door.ask('/poll', { method: 'POST', headers: header })).toMatchObject({
    status: 500,
    text: '{"error":"the poll failed; the log says why"}',
  });
  expect(door.log.lines).toEqual([]);
});

test.each([
  ['GET', '/'],
  ['GET', '/poll'],
  ['POST', '/metrics'],
  ['DELETE', '/healthz'],
])('%s %s is answered with what there is', async (method, path) => {
  await using door = await aDoor();
  expect(await door.ask(path, { method })).toMatchObject({
    status: 404,
    text: '{"error":"GET /healthz, GET /readyz, GET /metrics and POST /poll are all there is"}',
  });
});
