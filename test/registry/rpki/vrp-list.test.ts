import { rm, utimes, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createVrpList } from '../../../src/registry/rpki/vrp-list.ts';
import { createVrpSource } from '../../../src/registry/rpki/vrp-source.ts';
import { SourceFault } from '../../../src/registry/source-fault.ts';
import { keptLog } from '../../support/kept-log.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { startHttp } from '../support/http-server.ts';
import { aRoa, listText } from '../support/vrp-json.ts';
import { networkOf } from '../support/whois.ts';

const begun = Date.parse('2026-11-23T09:30:00Z');
const builtAt = Date.parse('2026-11-23T09:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const none = new AbortController().signal;

/** A list of that place, with a clock that the test sets. */
function aList(location: string) {
  const clock = { now: begun };
  const log = keptLog();
  const open = createVrpSource(location);
  const list = createVrpList({ open, refreshMs: hour, readMs: 30_000, now: () => clock.now, log });
  const look = async (signal = none) => (await list.covering([networkOf('203.0.113.0/24')], signal))[0];
  return { list, clock, log, look };
}

const told = (asns: readonly number[], at: number) => ({
  kind: 'told',
  at,
  value: { vrps: asns.map((asn) => expect.objectContaining({ asn })), builtAt },
});
const silent = (why: string, detail: unknown = expect.any(String)) => ({ kind: 'silent', why, detail });

/** Serves what `serve` does now. */
async function startChanging(first: (response: ServerResponse, headers: object) => void) {
  const now = { serve: first };
  const server = await startHttp((request, response) => now.serve(response, request.headers));
  return { ...server, now };
}

const give =
  (text: string, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(200, headers).end(text);
const refuse = (status: number) => (response: ServerResponse) => void response.writeHead(status).end();
const listOf = (...asns: readonly number[]) => listText(asns.map((asn) => aRoa({ asn })));

describe.concurrent('the list of ROAs', () => {
  it('is read when somebody first looks, and again when that is due', async () => {
    await using server = await startChanging(give(listOf(1)));
    const { list, clock, look } = aList(`${server.url}/rpki.json`);
    expect(await look()).toEqual(told([1], begun));
    server.now.serve = give(listOf(1, 2));
    clock.now += hour - 1;
    await list.refresh();
    expect(await look()).toEqual(told([1], begun));
    clock.now += 1;
    await list.refresh();
    expect(await look()).toEqual(told([2, 1], begun + hour));
    expect(server.asked).toHaveLength(2);
  });

  it('is read again though the clock was set back by a day meanwhile', async () => {
    await using server = await startChanging(give(listOf(1)));
    const { list, clock, look } = aList(server.url);
    await list.refresh();
    server.now.serve = give(listOf(1, 2));
    clock.now -= 24 * hour;
    await list.refresh();
    expect(await look()).toEqual(told([2, 1], begun - 24 * hour));
  });

  it('is read once for all who look meanwhile', async () => {
    await using server = await startChanging(give(listOf(1)));
    const { list, look } = aList(server.url);
    await Promise.all([list.refresh(), look(), look()]);
    expect(server.asked).toHaveLength(1);
  });

  it('is not sent again when it is still the same', async () => {
    const version = { etag: '"7"', 'last-modified': 'Mon, 23 Nov 2026 09:00:00 GMT' };
    await using server = await startChanging(give(listOf(1), version));
    const { list, clock, look } = aList(server.url);
    await list.refresh();
    server.now.serve = (response, headers) => {
      expect(headers).toMatchObject({
        'if-none-match': '"7"',
        'if-modified-since': version['last-modified'],
      });
      refuse(304)(response);
    };
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(told([1], begun + hour));
  });

  it('may be a file, that is read again when it changes', async () => {
    await using folder = await scratchFolder();
    const path = join(folder.path, 'rpki.json');
    const { list, clock, look, log } = aList(path);
    expect(await look()).toEqual(silent('unreachable', 'There is no such file.'));
    await writeFile(path, listOf(1));
    clock.now += minute;
    await list.refresh();
    expect(await aList(pathToFileURL(path).href).look()).toEqual(told([1], begun));
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(told([1], begun + minute + hour));
    expect(log.lines.filter((line) => line.startsWith('info'))).toHaveLength(1);
    await writeFile(path, listOf(2));
    await utimes(path, 1, 1);
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(told([2], begun + minute + 2 * hour));
    await rm(path);
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(told([2], begun + minute + 2 * hour));
  });

  it.each([
    ['cut off', give(listOf(1, 2, 3).slice(0, -9))],
    ['empty', give(listOf())],
    ['a page', give('<html>')],
    ['refused', refuse(403)],
    ['asked for too often', refuse(429)],
    ['broken', refuse(502)],
    [
      'interrupted',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': 999 }).write('{"r', () => response.destroy());
      },
    ],
    ['gone', (response: ServerResponse) => void response.destroy()],
  ])('that is %s is not taken for the newer one, and tried again in a minute', async (_, serve) => {
    await using server = await startChanging(give(listOf(1)));
    const { list, clock, look, log } = aList(server.url);
    await list.refresh();
    server.now.serve = serve;
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(told([1], begun));
    expect(log.lines.at(-1)).toBe('warn: the list of ROAs could not be read');
    server.now.serve = give(listOf(2));
    clock.now += minute;
    await list.refresh();
    expect(await look()).toEqual(told([2], begun + hour + minute));
  });

  it.each([
    ['refused', refuse(403)],
    ['throttled', refuse(429)],
    ['unreachable', refuse(502)],
    ['unreadable', give(listOf())],
  ])('that could never be read is silent: %s', async (why, serve) => {
    await using server = await startChanging(serve);
    expect(await aList(`${server.url}/?token=secret`).look()).toEqual(
      silent(why, expect.not.stringMatching(/secret|http:/u)),
    );
  });

  it('that has lost more than half is not believed, until the old one is too old', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => index + 1);
    await using server = await startChanging(
      give(listText(many.map((asn) => aRoa({ asn, prefix: '10.0.0.0/8' })))),
    );
    const { list, clock, look } = aList(server.url);
    await list.refresh();
    server.now.serve = give(listText([aRoa({ asn: 1 })], { buildtime: '2026-11-24T09:00:00Z' }));
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(told([], begun));
    clock.now += 24 * hour;
    await list.refresh();
    expect(await look()).toMatchObject({ kind: 'told', value: { vrps: [{ asn: 1 }] } });
  });

  it('that was made more than a day ago is stale, however often it is read', async () => {
    await using server = await startChanging(give(listOf(1)));
    const { list, clock, look } = aList(server.url);
    clock.now = builtAt + 24 * hour;
    await list.refresh();
    expect(await look()).toEqual(told([1], clock.now));
    clock.now += hour;
    await list.refresh();
    expect(await look()).toEqual(
      silent('stale', 'The list of ROAs is of 2026-11-23 09:00 UTC, older than is believed (24 h).'),
    );
  });

  it('without a time of its own is as old as its last reading', async () => {
    await using server = await startChanging(give(JSON.stringify({ roas: [aRoa()] })));
    const { list, clock, look } = aList(server.url);
    expect(await look()).toMatchObject({ kind: 'told', value: { vrps: [{ asn: 64_496 }] } });
    server.now.serve = refuse(500);
    clock.now += 25 * hour;
    await list.refresh();
    expect(await look()).toMatchObject({ kind: 'silent', why: 'stale' });
  });

  it('tells no ROA that has expired', async () => {
    const expires = begun / 1_000 + 60;
    await using server = await startChanging(give(listText([aRoa({ asn: 1, expires }), aRoa({ asn: 2 })])));
    const { clock, look } = aList(server.url);
    expect(await look()).toEqual(told([2, 1], begun));
    clock.now += minute;
    expect(await look()).toEqual(told([2], begun));
  });

  it('that is long in coming is not waited for longer than a look lasts, and read all the same', async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    await using server = await startChanging(arrived.resolve);
    const { list, look } = aList(server.url);
    const time = new AbortController();
    const first = look(time.signal);
    const response = await arrived.promise;
    time.abort(new SourceFault('timed-out', 'It had not answered after 10 s.'));
    expect(await first).toEqual(silent('timed-out', 'The list of ROAs is still being read.'));
    give(listOf(1))(response);
    await list.refresh();
    expect(await look()).toEqual(told([1], begun));
  });

  it('that is long in being read again is told as it was', async () => {
    await using server = await startChanging(give(listOf(1)));
    const { list, clock, look } = aList(server.url);
    await list.refresh();
    server.now.serve = () => undefined;
    clock.now += hour;
    expect(await look()).toEqual(told([1], begun));
    await list.stop();
  });

  it('is read no more when it is stopped', async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    await using server = await startChanging(arrived.resolve);
    const { list, log } = aList(server.url);
    const reading = list.refresh();
    await arrived.promise;
    await list.stop();
    await reading;
    await list.refresh();
    expect(server.asked).toHaveLength(1);
    expect(log.lines).toEqual([]);
  });
});
