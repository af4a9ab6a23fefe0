import { describe, expect, it } from 'vitest';
import { createRegistries, type RegistriesDeps } from '../../src/registry/create-registries.ts';
import { keptLog } from '../support/kept-log.ts';
import { startHttp } from './support/http-server.ts';
import { aRecord } from './support/rdap-json.ts';
import { startTcp } from './support/tcp-server.ts';
import { aRoa, listText } from './support/vrp-json.ts';
import { framed, routeText, startIrrd, startRipe } from './support/whois.ts';

const many = Array.from({ length: 200 }, (_, index) => `10.0.${index}.0/24`);
const isKnown = (prefix: string) => prefix !== '203.0.113.0/24';

/** An IRRd, a RIPE, a list of ROAs and an RDAP, that know all but 203.0.113.0/24; and what asks them. */
async function aWorld(overrides: Partial<RegistriesDeps> = {}) {
  const irrd = await startIrrd((question) => {
    const prefix = question.slice(2).replace(',L', '');
    return isKnown(prefix) ? framed(routeText(prefix)) : 'D\n';
  });
  const ripe = await startRipe((prefix) =>
    isKnown(prefix) ? `${routeText(prefix, 'AS1', 'RIPE')}\n\n\n` : '%ERROR:101: no entries found\n\n\n',
  );
  const web = await startHttp((request, response) => {
    const path = request.url ?? '';
    if (path === '/rpki.json') response.end(listText([aRoa({ prefix: '10.0.0.0/16', maxLength: 24 })]));
    else if (isKnown(path.slice(4))) {
      response.end(JSON.stringify(aRecord({ startAddress: '0.0.0.0', endAddress: '255.255.255.255' })));
    } else response.writeHead(404).end();
  });
  const log = keptLog();
  const registries = createRegistries({
    irr: [irrd, ripe],
    vrpUrl: `${web.url}/rpki.json`,
    refreshMs: 3_600_000,
    rdapUrl: web.url,
    now: () => Date.parse('2026-11-23T09:30:00Z'),
    log,
    ...overrides,
  });
  return {
    registries,
    irrd,
    ripe,
    web,
    log,
    async [Symbol.asyncDispose]() {
      await registries.stop();
      for (const server of [irrd, ripe, web]) await server[Symbol.asyncDispose]();
    },
  };
}

const told = (value: unknown) => ({ kind: 'told', at: expect.any(Number), value });

describe.concurrent('the registries', () => {
  it('tell of every prefix what each of them has', async () => {
    await using world = await aWorld();
    const { irrd, ripe } = world;
    const [first, second] = await world.registries.look(['10.0.7.0/24', '203.0.113.0/24']);
    const object = { prefix: '10.0.7.0/24', maintainers: ['MAINT-X'] };
    expect(first).toEqual({
      prefix: '10.0.7.0/24',
      family: 'ipv4',
      irr: [
        { server: `127.0.0.1:${irrd.port}`, told: told([{ ...object, origin: 64_496, source: 'RADB' }]) },
        { server: `127.0.0.1:${ripe.port}`, told: told([{ ...object, origin: 1, source: 'RIPE' }]) },
      ],
      rpki: told({
        builtAt: Date.parse('2026-11-23T09:00:00Z'),
        vrps: [{ prefix: '10.0.0.0/16', maxLength: 24, asn: 64_496, ta: 'ripe' }],
      }),
      holder: told(expect.objectContaining({ organization: 'Contoso Ltd' })),
    });
    expect(second).toMatchObject({ rpki: told({ vrps: [] }), holder: { kind: 'told', value: undefined } });
    expect(second?.irr.map(({ told }) => told)).toEqual([told([]), told([])]);
    expect(world.log.lines).toEqual(['info: the list of ROAs was read']);
  });

  it('answer for 200 prefixes over few connections', async () => {
    await using world = await aWorld();
    const seen = await world.registries.look(many);
    expect(seen.map(({ prefix }) => prefix)).toEqual(many);
    const sights = seen.flatMap(({ irr, rpki, holder }) => [...irr.map(({ told }) => told), rpki, holder]);
    expect(sights.filter(({ kind }) => kind === 'silent')).toEqual([]);
    expect([world.irrd.opened(), world.ripe.opened()]).toEqual([1, 2]);
    expect([world.irrd.asked.length, world.ripe.asked.length, world.web.asked.length]).toEqual([
      402, 200, 201,
    ]);
  });

  it('are asked once for a prefix that is named twice, and in canonical form alone', async () => {
    await using world = await aWorld();
    const seen = await world.registries.look(['10.0.7.0/24', '10.0.7.9/24', ' 2001:DB8::/32 ']);
    expect(seen.map(({ prefix }) => prefix)).toEqual(['10.0.7.0/24', '10.0.7.0/24', '2001:db8::/32']);
    expect(world.ripe.asked).toHaveLength(2);
    expect(world.irrd.asked).toContain('!r2001:db8::/32,L');
  });

  it('are never asked what is no prefix', async () => {
    await using world = await aWorld();
    for (const text of ['10.0.0.0/8\n!q', '-B 10.0.0.0/8', '../entity/X', '']) {
      await expect(world.registries.look([text])).rejects.toThrow('something that is no prefix');
    }
    expect(await world.registries.look([])).toEqual([]);
    expect([world.irrd.opened(), world.web.asked.length]).toEqual([0, 0]);
  });

  it('that are not configured are silent about everything', async () => {
    await using world = await aWorld({ irr: [], vrpUrl: undefined });
    await world.registries.refresh();
    expect(await world.registries.look(['10.0.7.0/24'])).toMatchObject([
      { irr: [], rpki: { kind: 'silent', why: 'not-configured' }, holder: { kind: 'told' } },
    ]);
    expect(world.log.lines).toEqual([]);
  });

  it('that are down make nobody else silent', async () => {
    await using down = await startTcp((socket) => socket.destroy());
    await using world = await aWorld();
    const gone = { host: '127.0.0.1', port: down.port, style: 'ripe' as const };
    await using mixed = await aWorld({
      irr: [gone, world.irrd],
      rdapUrl: `http://127.0.0.1:${down.port}`,
    });
    const [seen] = await mixed.registries.look(['10.0.7.0/24']);
    const why = { kind: 'silent', why: 'unreachable', detail: expect.stringMatching(/^It .*\.$/u) };
    expect(seen).toMatchObject({ rpki: { kind: 'told' }, holder: why });
    expect(seen?.irr.map(({ told }) => told)).toEqual([why, told([expect.anything()])]);
    const warning = 'warn: a registry did not tell all that it was asked';
    expect(mixed.log.lines.filter((line) => line === warning)).toHaveLength(2);
  });

  it('that never answer are waited for but a while', async () => {
    await using silent = await startTcp((socket) => socket.resume());
    const irr = [{ host: '127.0.0.1', port: silent.port, style: 'irrd' as const }];
    const url = `http://127.0.0.1:${silent.port}`;
    await using world = await aWorld({ irr, rdapUrl: url, vrpUrl: url, timeouts: { lookMs: 40 } });
    const late = { kind: 'silent', why: 'timed-out', detail: 'It had not answered after 0.04 s.' };
    const [seen] = await world.registries.look(['10.0.7.0/24']);
    expect(seen).toMatchObject({ irr: [{ told: late }], holder: late, rpki: { why: 'timed-out' } });
    await world.registries.stop();
    await silent.quiet();
  });

  it('are asked no longer when whoever asked gives up, or when the bot stops', async () => {
    const arrived = Promise.withResolvers<void>();
    await using silent = await startTcp(
      (socket) => void socket.once('data', () => arrived.resolve()).resume(),
    );
    await using world = await aWorld({ irr: [{ host: '127.0.0.1', port: silent.port, style: 'irrd' }] });
    const giving = new AbortController();
    const [given, stopped] = [
      world.registries.look(many, giving.signal).catch((error: unknown) => error),
      world.registries.look(['203.0.113.0/24']).catch((error: unknown) => error),
    ];
    await arrived.promise;
    giving.abort('enough');
    expect(await given).toMatchObject({ name: 'AbortError' });
    await world.registries.stop();
    expect(await stopped).toMatchObject({ name: 'AbortError' });
    await silent.quiet();
    await expect(world.registries.look(many)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
