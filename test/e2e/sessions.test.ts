import { describe, expect, test } from 'vitest';
import { cut, newest, standing, startAlertWorld } from '../support/alert-world.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import type { World } from '../support/world.ts';

const { netOps } = channels;
const microsoft = { peering: 'MicrosoftPeering', link: 'primary' } as const;

const lon01 = (world: World, path: string, body: Readonly<Record<string, unknown>>) =>
  world.control.post(`azure/circuits/lon-01/${path}`, body);
const aboutLon01 = async (world: World) =>
  (await standing(world)).filter(({ words }) => words.includes('*lon-01* · '));

describe.concurrent('sessions', { timeout: 60_000 }, () => {
  test('stand on the circuit’s card, with what is wrong and since when', async () => {
    await using world = await startAlertWorld();
    const vera = world.person('vera');
    expect(wordsOf(await vera.command(netOps, 'show lon-01'))).toContain(
      'BGP: primary IPv4 up, 35 prefixes; IPv6 up, 6 prefixes · secondary IPv4 up',
    );
    await cut(world, 'primary');
    const card = wordsOf(await vera.command(netOps, 'show lon-01'));
    expect(card).toMatch(/BGP: primary IPv4 \*down\* \(Active\) since <!date/u);
    expect(card).toContain('Microsoft peering · primary link down');
    const home = wordsOf(await vera.openHome());
    expect(home).toContain('open incidents*');
    expect(home).toContain('*lon-01* · Microsoft peering · primary link down');
  });

  test('of one family are told with its name', async () => {
    await using world = await startAlertWorld();
    await lon01(world, 'links', { ...microsoft, up: false, family: 'ipv6' });
    await world.poll();
    const told = await newest(world, '*lon-01* · Microsoft peering · primary link (IPv6) down');
    expect(told.words).toContain('BGP to 2001:db8:17::1 (AS 64496) was lost');
  });

  test('whose wire is cut point at layer 2', async () => {
    await using world = await startAlertWorld();
    await lon01(world, 'links', { ...microsoft, up: false, layer: 2 });
    await world.poll();
    const told = await newest(world, '*lon-01* · ');
    expect(told.words).toContain('ARP is not answered, so layer 2 is broken. *Equinix*: if these are well');
  });

  test('that the metric calls down while they are up are told to nobody', async () => {
    await using world = await startAlertWorld();
    await lon01(world, 'maintenance', { on: true });
    await world.advance(60_000);
    await world.advance(60_000);
    expect(await aboutLon01(world)).toEqual([]);
  });

  test('are not lost in a gap of the metric', async () => {
    await using world = await startAlertWorld();
    await lon01(world, 'metrics', { gap: true });
    await world.advance(60_000);
    await lon01(world, 'metrics', { gap: false });
    await world.advance(60_000);
    expect(await aboutLon01(world)).toEqual([]);
  });

  test('with so many prefixes that Microsoft is about to drop them are told before', async () => {
    await using world = await startAlertWorld();
    await lon01(world, 'received', { peering: 'MicrosoftPeering', link: 'primary', prefixes: 190 });
    await world.poll();
    const told = await newest(world, '190 of 200 prefixes on the primary link');
    expect(told.words).toContain('With more than 200 Microsoft drops the session');
  });
});
