import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInstalled } from './support/installed.ts';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

const run = promisify(execFile);

let world: StartedRegistry;
beforeAll(async () => {
  world = await startRegistry();
  for (const prefix of ['203.0.113.0/24', '198.51.100.0/24']) {
    await world.register('routes', { prefix, origin: 65010, source: 'RADB' });
  }
});
afterAll(() => world.close());

describe.skipIf(!isInstalled('bgpq4'))('Debian’s bgpq4', () => {
  /** The prefixes that it makes a list of. `-p` admits AS numbers that are kept for private use or documentation. */
  async function listed(...args: readonly string[]): Promise<readonly string[]> {
    const where = ['-h', `127.0.0.1:${world.irrdPort}`, '-p', '-j', '-l', 'list'];
    const { stdout, stderr } = await run('bgpq4', [...where, ...args], { timeout: 10_000 });
    expect(stderr).toBe('');
    const { list }: { list: readonly { prefix: string; exact: boolean }[] } = JSON.parse(stdout);
    return list.map(({ prefix }) => prefix);
  }

  it.each([
    ['an AS number', ['-4', 'AS65010'], ['198.51.100.0/24', '203.0.113.0/24']],
    [
      'an AS number, one query after the other',
      ['-T', '-4', 'AS65010'],
      ['198.51.100.0/24', '203.0.113.0/24'],
    ],
    ['an AS number, in IPv6', ['-6', 'AS64496'], ['2001:db8:100::/40']],
    [
      'an AS number in chosen sources',
      ['-S', 'RIPE,ALTDB', '-4', 'AS64496'],
      ['198.51.100.0/26', '198.51.100.64/26'],
    ],
    ['an AS number that none of the chosen sources has', ['-S', 'NTTCOM', '-4', 'AS65010'], []],
    ['an AS number that nobody has', ['-4', 'AS65099'], []],
    [
      'a set of sets that go in a circle',
      ['-4', 'AS-CONTOSO'],
      ['192.0.2.128/26', '198.51.100.0/26', '198.51.100.64/26', '198.51.100.128/27'],
    ],
    ['a set, in IPv6', ['-6', 'AS-CONTOSO'], ['2001:db8:100::/40']],
  ])('lists the prefixes of %s', async (_what, args, prefixes) =>
    expect(await listed(...args)).toEqual(prefixes),
  );

  it('lists the AS numbers in a set', async () => {
    const where = ['-h', `127.0.0.1:${world.irrdPort}`, '-p', '-t', '-j', '-l', 'members'];
    const { stdout } = await run('bgpq4', [...where, 'AS-CONTOSO'], { timeout: 10_000 });
    expect(JSON.parse(stdout)).toEqual({ members: [64496, 64501, 64507, 64508] });
  });
});

describe.skipIf(!isInstalled('whois'))('Debian’s whois', () => {
  const asked = async (port: number, query: string) => {
    const args = ['-h', '127.0.0.1', '-p', String(port), '--', query];
    return (await run('whois', args, { timeout: 10_000 })).stdout;
  };

  it('prints IRRd’s frames as they come', async () =>
    expect(await asked(world.irrdPort, '!r203.0.113.0/24,o')).toBe('A8\nAS65010\nC\n'));

  it('finds by origin, which it sends in lower case', async () => {
    const said = await asked(world.irrdPort, '-i origin AS65010');
    expect(said.match(/^route:.*$/gmu)).toEqual([
      'route:          203.0.113.0/24',
      'route:          198.51.100.0/24',
    ]);
  });

  it('finds the record of an address at RIPE’s own server', async () => {
    const said = await asked(world.ripePort, '198.51.100.200');
    expect(said).toContain('netname:        FABRIKAM-LEASE-27');
    expect(said).toContain('% This query was served by the RIPE Database Query Service');
  });
});
