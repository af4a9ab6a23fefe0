import { describe, expect, it } from 'vitest';
import { createIrr, type IrrServer } from '../../../src/registry/irr/ask-irr.ts';
import { SourceFault } from '../../../src/registry/source-fault.ts';
import { startTcp } from '../support/tcp-server.ts';
import { framed, networkOf, routeText, startIrrd } from '../support/whois.ts';

const good = '198.51.100.0/24';
const odd = '203.0.113.0/24';
const none = new AbortController().signal;

const ask = (server: IrrServer, prefixes: readonly string[], signal = none) =>
  createIrr(server, 3_000, () => 7)(prefixes.map(networkOf), signal);
const prefixIn = (question: string) => question.slice(2).replace(',L', '');
const told = (...prefixes: readonly string[]) => ({
  kind: 'told',
  at: 7,
  value: prefixes.map((prefix) => expect.objectContaining({ prefix })),
});
const silent = (why: string) => ({ kind: 'silent', why, detail: expect.stringMatching(/^[A-Z].*[.:\w]$/u) });

describe.concurrent('a server of IRRd’s style', () => {
  it('is asked for 200 prefixes over one connection', async () => {
    await using server = await startIrrd((question) => framed(routeText(prefixIn(question))));
    const prefixes = Array.from({ length: 200 }, (_, index) => `10.0.${index}.0/24`);
    expect(await ask(server, prefixes)).toEqual(prefixes.map((prefix) => told(prefix)));
    expect(server.opened()).toBe(1);
    expect(server.asked.slice(0, 4)).toEqual(['!!', '!ntrunkline', '!r10.0.0.0/24', '!r10.0.0.0/24,L']);
    expect(server.asked).toHaveLength(402);
    await server.quiet();
  });

  it('is believed whether its ,L counts the prefix itself or not', async () => {
    await using server = await startIrrd((question) =>
      question.endsWith(',L') ? framed(routeText('203.0.0.0/16')) : framed(routeText(odd)),
    );
    expect(await ask(server, [odd])).toEqual([told(odd, '203.0.0.0/16')]);
  });

  it('that knows nothing has told that', async () => {
    await using server = await startIrrd((question) => (question.endsWith(',L') ? 'C\n' : 'D\n'));
    expect(await ask(server, [odd, '2001:db8::/32'])).toEqual([told(), told()]);
  });

  it('that refuses one question has answered the others', async () => {
    await using server = await startIrrd((question) =>
      question === `!r${odd},L` ? 'F Invalid \u001b[31moption\n' : framed(routeText(prefixIn(question))),
    );
    expect(await ask(server, [odd, good])).toEqual([
      { kind: 'silent', why: 'refused', detail: 'It refused the question: Invalid [31moption' },
      told(good),
    ]);
  });

  const oddities: readonly (readonly [string, string, string | Buffer])[] = [
    ['announces more than is read', 'unreadable', 'A999999999\nroute'],
    ['announces too little', 'unreadable', `A9\n${routeText(odd)}\nC\n`],
    ['announces too much', 'unreadable', `A300\n${routeText(odd)}\nC\n${'x'.repeat(300)}`],
    ['sends NULs', 'unreadable', Buffer.from(framed(`${routeText(odd)}\0`))],
    ['speaks TLS', 'unreadable', Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3])],
    ['answers out of frame', 'unreadable', `${routeText(odd)}\n\n`],
    ['never ends its line', 'unreadable', 'x'.repeat(20_000)],
    ['answers about something else', 'unreadable', framed(routeText(good))],
    ['sends something that is no object', 'unreadable', framed('<html>')],
  ];
  it.each(oddities)('that %s is %s, and what it told before stays', async (_, why, bytes) => {
    await using server = await startIrrd((question) =>
      prefixIn(question) === good ? framed(routeText(good)) : bytes,
    );
    expect(await ask(server, [good, odd])).toEqual([told(good), silent(why)]);
    await server.quiet();
  });

  it('is not believed when its frame ends within a word', async () => {
    const text = routeText(odd, 'AS64496', 'RADB-NONAUTH');
    const short = `A${Buffer.byteLength(text) - '-NONAUTH'.length}\n${text}\nC\n`;
    await using server = await startIrrd((question) => (question.endsWith(',L') ? short : framed(text)));
    expect(await ask(server, [odd])).toEqual([silent('unreadable')]);
  });

  it.each([
    ['goes in the middle of an answer', (text: string) => text.slice(0, 40)],
    ['goes without an answer', () => ''],
  ])('that %s is unreachable, and what it told before stays', async (_, part) => {
    await using server = await startIrrd((question, socket) => {
      if (prefixIn(question) === good) return framed(routeText(good));
      socket.end(part(framed(routeText(odd))));
      return undefined;
    });
    expect(await ask(server, [good, odd, '192.0.2.0/24'])).toEqual([
      told(good),
      silent('unreachable'),
      silent('unreachable'),
    ]);
  });

  it('that resets the connection is unreachable', async () => {
    await using server = await startTcp((socket) => socket.resetAndDestroy());
    expect(await ask({ ...server, style: 'irrd' }, [odd])).toEqual([silent('unreachable')]);
  });

  it('that is not there is unreachable, and says so', async () => {
    const server = await startIrrd(() => 'D\n');
    await server[Symbol.asyncDispose]();
    expect(await ask(server, [odd])).toEqual([
      { kind: 'silent', why: 'unreachable', detail: 'Nothing listens there: the connection was refused.' },
    ]);
  });

  it('that sends megabytes for each question is read up to a limit', async () => {
    const padding = `descr: ${'x'.repeat(1_020_000)}\n`;
    await using server = await startIrrd((question) =>
      framed(routeText(prefixIn(question), 'AS1', 'RADB', padding)),
    );
    const sights = await ask(
      server,
      Array.from({ length: 20 }, (_, index) => `10.0.${index}.0/24`),
    );
    expect(sights[0]).toEqual(told('10.0.0.0/24'));
    expect(sights[19]).toEqual(silent('unreadable'));
    await server.quiet();
  });

  it('that falls silent has told what it told when the time is over', async () => {
    const time = new AbortController();
    await using server = await startIrrd((question) =>
      prefixIn(question) === good ? framed(routeText(good)) : 'A300\nroute: ',
    );
    const irr = createIrr(server, 3_000, () => {
      time.abort(new SourceFault('timed-out', 'It had not answered after 10 s.'));
      return 7;
    });
    expect(await irr([good, odd].map(networkOf), time.signal)).toEqual([told(good), silent('timed-out')]);
    await server.quiet();
  });

  it('that does not even take the connection is given up', async () => {
    // Nothing is routed there (RFC 5737): it is refused at once by some networks, and by most not at all.
    const sights = await createIrr(
      { host: '192.0.2.1', port: 43, style: 'irrd' },
      20,
      () => 7,
    )([networkOf(odd)], none);
    expect(sights).toEqual([
      { kind: 'silent', why: expect.stringMatching(/timed-out|unreachable/u), detail: expect.any(String) },
    ]);
  });

  it('is asked by two at a time; a third waits its turn, or leaves', async () => {
    const held: (() => void)[] = [];
    const arrived = Promise.withResolvers<void>();
    await using server = await startIrrd((_, socket) => {
      if (held.push(() => socket.write('D\nD\n')) === 4) arrived.resolve();
      return undefined;
    });
    const irr = createIrr(server, 3_000, () => 7);
    const leaving = new AbortController();
    const [first, second] = [irr([networkOf(odd)], none), irr([networkOf(odd)], none)];
    const third = irr([networkOf(odd)], leaving.signal);
    await arrived.promise;
    leaving.abort(new SourceFault('timed-out', 'It had not answered after 1 s.'));
    expect(await third).toEqual([silent('timed-out')]);
    expect(server.opened()).toBe(2);
    for (const [index, answer] of held.entries()) if (index % 2 === 0) answer();
    expect([await first, await second]).toEqual([[told()], [told()]]);
  });
});
