import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { newest, standing, startAlertWorld } from '../support/alert-world.ts';
import { eventually, present } from '../support/eventually.ts';
import { channels } from '../support/person.ts';
import { wordsOf } from '../support/reading.ts';
import type { World } from '../support/world.ts';

const prefix = '198.51.100.64/26';
const checkMs = 5 * 60_000;
const doubtMs = 2 * 60_000;

type Stored = { readonly registrations: readonly { readonly circuitId: string; readonly at: number }[] };

/** When the registries were last asked about lon-01; 0: never. */
async function askedAt({ storePath }: World): Promise<number> {
  const { registrations } = JSON.parse(await readFile(storePath, 'utf8')) as Stored;
  return registrations.find(({ circuitId }) => circuitId.endsWith('/lon-01'))?.at ?? 0;
}

/** So much later Trunkline asks the registries, and has heard them. */
async function later(world: World, ms: number): Promise<void> {
  const before = await askedAt(world);
  await world.advance(ms);
  await eventually(async () =>
    present((await askedAt(world)) > before || undefined, 'a newer look at the registries'),
  );
}

const route = (world: World, isPresent: boolean) =>
  world.control.post('registry/routes', { prefix, origin: 64_496, source: 'RIPE', present: isPresent });
const registryCards = async (world: World) =>
  (await standing(world)).filter(({ words }) => words.includes('route object'));

describe('the registries of what Microsoft accepted', { timeout: 60_000 }, () => {
  test('are watched: a route object that disappears is told before Microsoft notices, and again when it is back', async () => {
    await using world = await startAlertWorld({ env: { REGISTRY_CHECK_MINUTES: '5' } });
    await eventually(async () => present((await askedAt(world)) || undefined, 'the first look'));

    await world.control.post('faults', { target: 'registry', kind: 'drop', match: 'whois' });
    await route(world, false);
    await later(world, checkMs);
    expect(await registryCards(world)).toEqual([]);
    await world.control.post('faults', { target: 'registry', kind: 'clear' });
    await later(world, checkMs);
    expect(await registryCards(world)).toEqual([]);

    await later(world, doubtMs);
    const told = await newest(world, `${prefix} lost its route object`);
    expect(told.words).toContain('*lon-01* · Microsoft peering, IPv4');
    expect(told.words).toContain('No route object with AS 64496 is left; RIPE had one');
    expect(told.words).toContain('Traffic goes on until Microsoft validates again');
    expect(told.words).toContain('have the route object with origin AS 64496 put back in RIPE');
    const show = wordsOf(await world.person('vera').command(channels.netOps, 'show lon-01'));
    expect(show).toContain('lost its route object');

    await route(world, true);
    await later(world, checkMs);
    const over = await newest(world, 'registries have the prefix again after');
    expect(over.message.ts).toBe(told.message.ts);
  });
});
