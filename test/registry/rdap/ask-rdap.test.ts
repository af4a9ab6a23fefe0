import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createRdap } from '../../../src/registry/rdap/ask-rdap.ts';
import { SourceFault } from '../../../src/registry/source-fault.ts';
import { startHttp } from '../support/http-server.ts';
import { aRecord } from '../support/rdap-json.ts';
import { networkOf } from '../support/whois.ts';

const none = new AbortController().signal;
const prefix = '203.0.113.0/24';
const many = Array.from({ length: 30 }, (_, index) => `10.0.${index}.0/24`);
const everything = { startAddress: '0.0.0.0', endAddress: '255.255.255.255' };

const ask = (url: string, prefixes: readonly string[] = [prefix], signal = none) =>
  createRdap(url, () => 7)(prefixes.map(networkOf), signal);
const silent = (why: string, detail: unknown = expect.stringMatching(/^[A-Z].*\.$/u)) => ({
  kind: 'silent',
  why,
  detail,
});

function give(response: ServerResponse, record: object = aRecord()): void {
  response.writeHead(200, { 'content-type': 'application/rdap+json' }).end(JSON.stringify(record));
}
const lead = (response: ServerResponse, location: string) => void response.writeHead(302, { location }).end();

describe.concurrent('an RDAP server', () => {
  it('is asked for each prefix, at eight at a time', async () => {
    let underWay = 0;
    let most = 0;
    await using server = await startHttp((_, response) => {
      most = Math.max(most, ++underWay);
      response.on('finish', () => underWay--);
      setImmediate(() => give(response, aRecord(everything)));
    });
    const sights = await ask(`${server.url}/rdap/`, [...many, '2001:db8:100::/40']);
    expect(sights.slice(0, 30)).toEqual(
      many.map(() => ({ kind: 'told', at: 7, value: expect.objectContaining({ registry: server.host }) })),
    );
    expect(server.asked).toContain('/rdap/ip/10.0.0.0/24');
    expect(server.asked).toContain('/rdap/ip/2001:db8:100::/40');
    expect(server.asked).toHaveLength(31);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('may lead to another, that then is the registry', async () => {
    await using other = await startHttp((request, response) => {
      expect(request.headers.accept).toBe('application/rdap+json');
      give(response);
    });
    await using server = await startHttp((request, response) => lead(response, `${other.url}${request.url}`));
    expect(await ask(server.url)).toMatchObject([{ kind: 'told', value: { registry: other.host } }]);
    expect(other.asked).toEqual([`/ip/${prefix}`]);
  });

  it.each([
    ['in circles', '/again'],
    ['out into the open', 'http://rdap.example/'],
    ['to a file', 'file:///etc/passwd'],
    ['nowhere', 'http://'],
  ])('may not lead %s', async (_, location) => {
    await using server = await startHttp((_, response) => lead(response, location));
    expect(await ask(server.url)).toEqual([silent('refused')]);
    expect(server.asked.length).toBeLessThanOrEqual(6);
  });

  it('that knows no such registration has told that', async () => {
    await using server = await startHttp(
      (_, response) => void response.writeHead(404).end('{"errorCode":404}'),
    );
    expect(await ask(server.url)).toEqual([{ kind: 'told', at: 7, value: undefined }]);
  });

  it('that wants a short pause is asked once more', async () => {
    await using server = await startHttp((_, response) => {
      if (server.asked.length === 1) response.writeHead(429, { 'retry-after': '0' }).end();
      else give(response);
    });
    expect(await ask(server.url)).toMatchObject([{ kind: 'told' }]);
    expect(server.asked).toHaveLength(2);
  });

  it.each([{ 'retry-after': '600' }, { 'retry-after': 'Mon, 23 Nov 2026 10:00:00 GMT' }, {}])(
    'that wants a longer pause (%j) gets it: the rest is not asked',
    async (headers) => {
      await using server = await startHttp((_, response) => void response.writeHead(429, headers).end());
      expect(await ask(server.url, many)).toEqual(many.map(() => silent('throttled')));
      expect(server.asked.length).toBeLessThanOrEqual(8);
    },
  );

  it.each([
    ['refused', 'says 403', (response: ServerResponse) => void response.writeHead(403).end()],
    ['unreachable', 'says 503', (response: ServerResponse) => void response.writeHead(503).end()],
    ['unreadable', 'sends a page', (response: ServerResponse) => void response.end('<html>')],
    [
      'unreadable',
      'tells of other addresses',
      (response: ServerResponse) =>
        give(response, aRecord({ startAddress: '203.0.112.0', endAddress: '203.0.112.255' })),
    ],
    [
      'unreadable',
      'sends megabytes',
      (response: ServerResponse) => give(response, aRecord({ name: 'x'.repeat(1_100_000) })),
    ],
    [
      'unreachable',
      'goes in the middle',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 99 }).write('{');
        response.destroy();
      },
    ],
    [
      'unreachable',
      'speaks no HTTP',
      (response: ServerResponse) => void response.socket?.end('SSH-2.0-OpenSSH\r\n'),
    ],
  ])('is %s when it %s', async (why, _, serve) => {
    await using server = await startHttp((_, response) => serve(response));
    expect(await ask(server.url)).toEqual([silent(why)]);
  });

  it('that is not there is unreachable', async () => {
    const server = await startHttp(() => undefined);
    await server[Symbol.asyncDispose]();
    expect(await ask(server.url)).toEqual([silent('unreachable')]);
  });

  it.each([
    ['before its answer', () => undefined],
    ['within its answer', (response: ServerResponse) => void response.writeHead(200).write('{"handle":')],
    [
      'in the pause it wanted',
      (response: ServerResponse) => void response.writeHead(429, { 'retry-after': '3' }).end(),
    ],
  ])('is not waited for when the time is over %s', async (_, serve) => {
    const time = new AbortController();
    await using server = await startHttp((_, response) => {
      serve(response);
      setImmediate(() => time.abort(new SourceFault('timed-out', 'It had not answered after 10 s.')));
    });
    expect(await ask(server.url, [prefix, '10.0.0.0/8'], time.signal)).toEqual([
      silent('timed-out'),
      silent('timed-out'),
    ]);
  });
});
