import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
});
afterEach(() => world.faults.add({ target: 'registry', kind: 'clear' }));
afterAll(() => world.close());

const target = 'registry';
const query = '!r198.51.100.64/26,o';
const answer = 'A8\nAS64496\nC\n';

describe('a whois server', () => {
  it('refuses who asks too often, in the style of the query, and closes', async () => {
    world.faults.add({ target, kind: 'throttle', match: 'whois' });
    expect(await world.irrd('!!', query, query)).toBe('F Query rate limit exceeded\n');
    expect(await world.irrd('-x 198.51.100.64/26')).toBe('%% ERROR: Query rate limit exceeded\n\n\n');
    expect(await world.ripe('-k', '-x 198.51.100.64/26')).toContain('%ERROR:201: access denied');
  });

  it('fails at one query and answers the next', async () => {
    world.faults.add({ target, kind: 'error', match: '198.51.100.64', times: 1 });
    expect(await world.irrd('!!', query, query)).toBe(
      `F An internal error occurred while processing this query.\n${answer}`,
    );
  });

  it('is cut off in the middle of a query', async () => {
    world.faults.add({ target, kind: 'drop', match: 'whois irrd' });
    await expect(world.irrd('!!', '!v')).rejects.toThrow('ECONNRESET');
    expect(await world.ripe('-BGK -T route -x 198.51.100.64/26')).toContain('origin: AS64496');
  });

  it('takes its time, and what was asked behind it waits', async () => {
    world.faults.add({ target, kind: 'delay', match: query, times: 1, delayMs: 3_600_000 });
    const said = world.irrd('!!', query, '!s-lc', '!q');
    const isTaken = () => world.faults.list().length === 0;
    while (!isTaken()) await new Promise(setImmediate);
    world.clock.advance(3_600_000);
    expect(await said).toMatch(/^A8\nAS64496\nC\nA\d+\nRADB/u);
  });

  it('hangs at one query of a connection, and not at those of another', async () => {
    world.faults.add({ target, kind: 'hang', match: query, times: 1 });
    const hung = world.irrd('!!', query, query);
    while (world.faults.list().length > 0) await new Promise(setImmediate);
    expect(await world.irrd(query)).toBe(answer);
    expect(await Promise.race([hung, 'nothing yet'])).toBe('nothing yet');
  });
});

describe('RPKI and RDAP', () => {
  it.each([
    ['vrps', 'vrps.json', 'rdap/ip/198.51.100.0/26'],
    ['rdap', 'rdap/ip/198.51.100.0/26', 'vrps.json'],
    ['198.51.100.0/26', 'rdap/ip/198.51.100.0%2F26', 'rdap/ip/198.51.100.64/26'],
  ])('are throttled and fail by the name %s alone', async (match, hit, missed) => {
    world.faults.add({ target, kind: 'throttle', match, times: 1, retryAfter: 7 });
    world.faults.add({ target, kind: 'error', match, times: 1 });
    const throttled = await world.http(hit);
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await world.http(missed)).status).toBe(200);
    const failed = await world.http(hit);
    expect(failed.status).toBe(503);
    expect(await failed.json()).toMatchObject({ errorCode: 503 });
    expect((await world.http('vrps.json')).status).toBe(200);
  });
});
