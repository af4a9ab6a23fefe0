import { describe, expect, test, vi } from 'vitest';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aKnownCircuit, aMicrosoftPeering, circuitIdOf, t0 } from '../../support/a-circuit.ts';
import { aHolder, aPrefixEvidence, aRoute, noEvidence, ripe, told } from '../../support/a-prefix-evidence.ts';
import { aRegistrationWatch, doubt, interval, minute } from './support/a-registration-watch.ts';

const prefix = '203.0.113.0/24';
const noRoute = aPrefixEvidence({ irr: [{ server: ripe, told: told([]) }] });
const day = 24 * 60 * minute;

function accepted(name = 'lon-01', state = 'Configured'): KnownCircuit {
  return aKnownCircuit({ name, peerings: [aMicrosoftPeering(state)] });
}

const refused = () => accepted('lon-01', 'ValidationNeeded');

/** So many prefixes of its own. */
function large(name: string, net: number, count: number): KnownCircuit {
  const advertised = Array.from(
    { length: count },
    (_, index) => `10.${net}.${Math.floor(index / 256)}.${index % 256}/32`,
  );
  const publicPrefixes = { advertised, state: 'Configured', each: [] } as const;
  return aKnownCircuit({ name, peerings: [aMicrosoftPeering('Configured', { ipv4: { publicPrefixes } })] });
}

describe('a route object that disappears', () => {
  test('is an incident when it is still gone a little later, and over when it is back', async () => {
    const { look, world, incidents } = aRegistrationWatch([accepted()]);
    await look();
    world.evidence.set(prefix, noRoute);
    await look(interval);
    expect(await incidents()).toEqual([]);
    await look(doubt);
    expect(await incidents()).toEqual(['registry ipv4 open warning']);
    world.evidence.clear();
    await look(interval);
    expect(await incidents()).toEqual(['registry ipv4 resolved warning']);
  });

  test('is told once, by one message, however often it is looked at', async () => {
    const { look, world, store } = aRegistrationWatch([accepted()]);
    await look();
    world.evidence.set(prefix, noRoute);
    for (const after of [interval, doubt, interval, interval]) await look(after);
    const owed = await store.owed();
    expect(owed.map(({ notice }) => notice.kind)).toEqual(['incident']);
  });

  test('stays one through silence and a restart, with what was known before', async () => {
    const { look, world, incidents, restart } = aRegistrationWatch([accepted()]);
    await look();
    world.evidence.set(prefix, noRoute);
    await look(interval);
    await restart();
    await look(doubt);
    world.evidence.set(prefix, noEvidence(noRoute));
    await look(interval);
    await restart();
    await look(interval);
    expect(await incidents()).toEqual(['registry ipv4 open warning']);
  });

  test('of a prefix that Microsoft does not accept is the validation’s to tell', async () => {
    const { look, world, incidents, store } = aRegistrationWatch([accepted()]);
    await look();
    await store.commit({ putCircuits: [refused()] });
    world.evidence.set(prefix, noRoute);
    await look();
    await look(doubt);
    expect(await incidents()).toEqual([]);
    // As it is, Microsoft took it again.
    await store.commit({ putCircuits: [accepted()] });
    await look();
    await look(doubt);
    expect(await incidents()).toEqual([]);
  });

  test('and was told stays so when Microsoft notices, until it is back or Microsoft takes it as it is', async () => {
    for (const isPutBack of [true, false]) {
      const { look, world, incidents, store } = aRegistrationWatch([accepted()]);
      await look();
      world.evidence.set(prefix, noRoute);
      await look(interval);
      await look(doubt);
      await store.commit({ putCircuits: [refused()] });
      await look();
      await look(interval);
      expect(await incidents()).toEqual(['registry ipv4 open warning']);
      if (isPutBack) world.evidence.clear();
      else await store.commit({ putCircuits: [accepted()] });
      await look(interval);
      expect(await incidents()).toEqual(['registry ipv4 resolved warning']);
    }
  });
});

describe('silence', () => {
  test('of all registries is no change, and they are asked again sooner', async () => {
    const { look, world, asked, incidents } = aRegistrationWatch([accepted()]);
    await look();
    world.evidence.set(prefix, noEvidence(aPrefixEvidence()));
    await look(interval);
    await look(interval / 4);
    await look(interval / 4);
    expect(asked).toHaveLength(4);
    expect(await incidents()).toEqual([]);
  });

  test('at the very beginning is no measure: what is told later is', async () => {
    const { look, world, incidents } = aRegistrationWatch([accepted()]);
    world.evidence.set(prefix, noEvidence(aPrefixEvidence()));
    await look();
    world.evidence.set(prefix, noRoute);
    await look(interval);
    await look(doubt);
    expect(await incidents()).toEqual([]);
    world.evidence.clear();
    await look(interval);
    world.evidence.set(prefix, noRoute);
    await look(interval);
    await look(doubt);
    expect(await incidents()).toEqual(['registry ipv4 open warning']);
  });
});

describe('the registries are asked', () => {
  test('when it is time and not before, whether or not the bot was started anew', async () => {
    const { look, asked, restart, commits } = aRegistrationWatch([accepted()]);
    await look();
    await look(minute);
    await restart();
    await look(minute);
    expect(asked).toEqual([[prefix]]);
    expect(commits()).toBe(1);
    await look(interval);
    expect(asked).toHaveLength(2);
  });

  test('about those first that have waited longest', async () => {
    const { look, asked, store } = aRegistrationWatch([large('b', 2, 150)]);
    await look();
    await store.commit({ putCircuits: [large('a', 1, 150)] });
    await look(minute);
    await look(interval);
    await look(minute);
    expect(asked.map(([first]) => first)).toEqual([
      '10.2.0.0/32',
      '10.1.0.0/32',
      '10.2.0.0/32',
      '10.1.0.0/32',
    ]);
  });

  test('about 200 prefixes at a time', async () => {
    const circuits = [large('a', 1, 150), large('b', 2, 150), large('c', 3, 50)];
    const { look, asked } = aRegistrationWatch(circuits);
    await look();
    await look(minute);
    await look(minute);
    await look(minute);
    expect(asked.map((prefixes) => prefixes.length)).toEqual([150, 200]);
  });

  test('about a circuit that has more in one look of several questions', async () => {
    const { look, asked, store } = aRegistrationWatch([large('a', 1, 450)]);
    await look();
    expect(asked.map((prefixes) => prefixes.length)).toEqual([200, 200, 50]);
    expect((await store.registrations()).get(circuitIdOf('a'))?.prefixes).toHaveLength(450);
  });

  test('about nothing where Microsoft has accepted nothing', async () => {
    const { look, asked, commits } = aRegistrationWatch([
      aKnownCircuit(),
      accepted('fra-01', 'ValidationNeeded'),
    ]);
    await look();
    expect(asked).toEqual([]);
    expect(commits()).toBe(0);
  });

  test('once at a time, and an end in the middle leaves no trace', async () => {
    const { ready, watch, store, world, asked } = aRegistrationWatch([accepted()]);
    await ready;
    const held = Promise.withResolvers<void>();
    world.hold = held.promise;
    const looks = [watch().look(), watch().look()];
    await vi.waitUntil(() => asked.length > 0);
    const stopped = watch().stop();
    held.resolve();
    await Promise.all([...looks, stopped]);
    await watch().look();
    expect(asked).toHaveLength(1);
    expect(await store.registrations()).toEqual(new Map());
  });

  test('in vain about a circuit that is gone by the time they answer', async () => {
    const { watch, store, world, look } = aRegistrationWatch([accepted()]);
    await look();
    const { circuit } = accepted();
    const held = Promise.withResolvers<void>();
    world.hold = held.promise;
    await store.commit({ putCircuits: [accepted('fra-01')] });
    const looking = watch().look();
    await store.commit({ removeCircuits: [circuit.id, circuitIdOf('fra-01')] });
    held.resolve();
    await looking;
    expect(await store.registrations()).toEqual(new Map());
  });
});

describe('a certificate', () => {
  const pem = (name: string, validTo: number) => `-----${name} ${validTo}-----`;
  const holding = (...certificates: string[]) =>
    aPrefixEvidence({
      irr: [{ server: ripe, told: told([aRoute()]) }],
      holder: told(aHolder({ certificates })),
    });
  const signedBy = (name: string) =>
    [{ family: 'ipv4', prefix, validationId: 'id', signature: `${name}(id)` }] as const;

  test('that signed is told a month and a week before its end, and when it has ended', async () => {
    const { look, world, incidents, store } = aRegistrationWatch([accepted()]);
    world.evidence.set(prefix, holding('no certificate', pem('OLD', t0 + day), pem('A', t0 + 40 * day)));
    world.advertised = signedBy('A');
    await look();
    expect(await incidents()).toEqual([]);
    await look(11 * day);
    expect(await incidents()).toEqual(['certificate open info']);
    await look(22 * day);
    expect(await incidents()).toEqual(['certificate open warning']);
    await look(7 * day);
    expect((await store.incidents())[0]?.trouble).toMatchObject({ stage: 'ended' });
    world.evidence.set(prefix, holding(pem('B', t0 + 400 * day)));
    world.advertised = signedBy('B');
    await look(day);
    expect(await incidents()).toEqual(['certificate resolved warning']);
    expect(JSON.stringify(await store.registrations().then((all) => [...all.values()]))).not.toMatch(
      /-----|\(id\)/u,
    );
  });

  test('that signed for nothing is told to nobody', async () => {
    const { look, world, incidents } = aRegistrationWatch([accepted()]);
    world.evidence.set(prefix, holding(pem('A', t0 + day)));
    world.advertised = [{ family: 'ipv4', prefix, validationId: 'id', signature: '' }];
    await look();
    expect(await incidents()).toEqual([]);
  });

  test('whose signature Azure has no more may go', async () => {
    const { look, world, incidents } = aRegistrationWatch([accepted()]);
    world.evidence.set(prefix, holding(pem('A', t0 + 40 * day)));
    world.advertised = signedBy('A');
    await look();
    world.evidence.set(prefix, holding());
    world.advertised = [{ family: 'ipv4', prefix, validationId: 'id', signature: '' }];
    await look(interval);
    await look(doubt);
    expect(await incidents()).toEqual([]);
  });

  test('about which Azure is asked while the bot ends leaves no trace', async () => {
    const { ready, watch, world, store, asked } = aRegistrationWatch([accepted()]);
    await ready;
    const held = Promise.withResolvers<ReturnType<typeof signedBy>>();
    world.evidence.set(prefix, holding(pem('A', t0 + 40 * day)));
    world.advertised = held.promise;
    const looking = watch().look();
    await vi.waitUntil(() => asked.length > 0);
    const stopped = watch().stop();
    held.resolve(signedBy('A'));
    await Promise.all([looking, stopped]);
    expect(await store.registrations()).toEqual(new Map());
  });

  test('counts as the one that signed while Azure cannot say', async () => {
    const { look, world, incidents, log } = aRegistrationWatch([accepted()]);
    world.evidence.set(prefix, holding(pem('A', t0 + 40 * day)));
    world.advertised = signedBy('A');
    await look();
    world.advertised = new AzureFault('unavailable', '503');
    world.evidence.set(prefix, holding());
    await look(interval);
    await look(doubt);
    expect(await incidents()).toEqual(['registry ipv4 open warning']);
    expect(log.lines).toContain('info: signatures could not be read');
  });
});
