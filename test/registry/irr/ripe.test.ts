import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createIrr, type IrrServer } from '../../../src/registry/irr/ask-irr.ts';
import { networkOf, routeText, startRipe } from '../support/whois.ts';

const good = '198.51.100.0/24';
const odd = '203.0.113.0/24';
const many = Array.from({ length: 40 }, (_, index) => `10.0.${index}.0/24`);

const ask = (server: IrrServer, prefixes: readonly string[]) =>
  createIrr(server, 3_000, () => 7)(prefixes.map(networkOf), new AbortController().signal);
const told = (...prefixes: readonly string[]) => ({
  kind: 'told',
  at: 7,
  value: prefixes.map((prefix) => expect.objectContaining({ prefix })),
});
const silent = (why: string) => ({ kind: 'silent', why, detail: expect.any(String) });
const objectsOf = (prefix: string) =>
  `% Information related to '${prefix}AS64496'\n\n${routeText(prefix)}\n\n% This query was served by the RIPE Database Query Service version 1.113\n\n\n`;
const greeting =
  '% This is the RIPE Database query service.\n%\n% The RIPE Database is subject to Terms and Conditions.\n\n';
const ripesNone = '%ERROR:101: no entries found\n%\n% No entries found in source RIPE.\n\n\n\n';

describe.concurrent('a server of RIPE’s style', () => {
  it('that stays is asked over two connections, one question after the other', async () => {
    await using server = await startRipe(objectsOf, { greeting });
    expect(await ask(server, many)).toEqual(many.map((prefix) => told(prefix)));
    expect(server.opened()).toBe(2);
    expect(server.asked).toContain('-k -r -T route,route6 -L 10.0.0.0/24');
    expect(server.asked.filter((line) => line.startsWith('-r'))).toHaveLength(38);
    await server.quiet();
  });

  it('that closes behind each answer is called again', async () => {
    await using server = await startRipe(objectsOf, { stays: false });
    expect(await ask(server, many)).toEqual(many.map((prefix) => told(prefix)));
    expect(server.opened()).toBe(many.length);
  });

  it.each([
    ['RIPE', ripesNone],
    ['IRRd', '%  No entries found for the selected source(s).\n\n\n'],
  ])('says as %s does that there is nothing', async (_, none) => {
    await using server = await startRipe((prefix) => (prefix === good ? objectsOf(prefix) : none));
    expect(await ask(server, [odd, good, '2001:db8::/32'])).toEqual([told(), told(good), told()]);
  });

  it('that greets at length has not answered by that', async () => {
    await using server = await startRipe((prefix) => `% Welcome\n\n\n${objectsOf(prefix)}`, {
      greeting: `${greeting}\n\n`,
    });
    expect(await ask(server, [odd, good])).toEqual([told(odd), told(good)]);
  });

  it('that refuses a question has answered the others', async () => {
    await using server = await startRipe((prefix) =>
      prefix === odd ? '%% ERROR: Invalid input for route search\n\n\n' : objectsOf(prefix),
    );
    expect(await ask(server, [odd, good, '192.0.2.0/24'])).toEqual([
      { kind: 'silent', why: 'refused', detail: 'It refused the question: Invalid input for route search' },
      told(good),
      told('192.0.2.0/24'),
    ]);
  });

  it.each([
    ['refused', '%ERROR:201: access denied for 192.0.2.1'],
    ['throttled', '%ERROR:306: connections exceeded'],
  ])('that shuts us out is %s, and asked no more', async (why, words) => {
    await using server = await startRipe(() => `${words}\n%\n% Sorry.\n\n\n`, { stays: false });
    expect(await ask(server, many)).toEqual(many.map(() => silent(why)));
    expect(server.opened()).toBe(2);
  });

  it('that lets only one in is asked everything by that one', async () => {
    const first = Promise.withResolvers<() => void>();
    let inside: Socket | undefined;
    await using server = await startRipe((prefix, socket) => {
      inside ??= socket;
      if (socket !== inside) {
        socket.once('close', async () => (await first.promise)());
        return '%ERROR:306: connections exceeded\n\n\n';
      }
      if (server.opened() === 2 && server.asked.length > 2) return objectsOf(prefix);
      first.resolve(() => socket.write(objectsOf(prefix)));
      return undefined;
    });
    expect(await ask(server, many)).toEqual(many.map((prefix) => told(prefix)));
  });

  it('that goes in the middle of an answer has not told it, and is asked no more', async () => {
    await using server = await startRipe((prefix, socket) => {
      if (prefix === good) return objectsOf(prefix);
      socket.end(objectsOf(prefix).slice(0, -1));
      return undefined;
    });
    expect(await ask(server, [odd])).toEqual([silent('unreachable')]);
    expect(await ask(server, [good])).toEqual([told(good)]);
  });

  it.each([
    ['a second answer', ripesNone],
    ['the beginning of one', 'route:          10.0.0.0/8\n'],
  ])('that says %s, unasked, is not believed any longer', async (_, more) => {
    await using server = await startRipe(() => ripesNone + more);
    const sights = await ask(server, many);
    expect(sights.slice(0, 2)).toEqual([told(), told()]);
    expect(sights.slice(2)).toEqual(many.slice(2).map(() => silent('unreadable')));
    expect(server.asked).toHaveLength(2);
  });

  it('whose answer nobody can read is asked about the rest over the other connection', async () => {
    await using server = await startRipe((prefix) =>
      prefix === odd ? 'x'.repeat(20_000) : objectsOf(prefix),
    );
    const sights = await ask(server, [odd, ...many]);
    expect(sights).toEqual([silent('unreadable'), ...many.map((prefix) => told(prefix))]);
  });
});
