import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRegistries } from '../../src/registry/create-registries.ts';
import type { Registries } from '../../src/usecases/validation/registries.ts';
import { type StartedRegistry, startRegistry } from '../sandbox/registry/support/start-registry.ts';
import { keptLog } from '../support/kept-log.ts';
import { certificate } from './support/certificate.ts';

/** The sandbox was written by other means, from the same facts. */
let world: StartedRegistry;
let registries: Registries;
let minutes = 0;
beforeAll(async () => {
  world = await startRegistry();
  const at = { host: '127.0.0.1' };
  registries = createRegistries({
    irr: [
      { ...at, port: world.irrdPort, style: 'irrd' },
      { ...at, port: world.irrdPort, style: 'ripe' },
      { ...at, port: world.ripePort, style: 'ripe' },
    ],
    vrpUrl: `${world.origin}/registry/vrps.json`,
    rdapUrl: `${world.origin}/registry/rdap`,
    refreshMs: 60_000,
    now: () => Date.now() + minutes * 60_000,
    log: keptLog(),
  });
});
afterEach(() => world.faults.add({ target: 'registry', kind: 'clear' }));
afterAll(async () => {
  await registries.stop();
  await world.close();
});

const prefix = '198.51.100.64/26';
const target = 'registry';

async function look(at = prefix) {
  const [seen] = await registries.look([at]);
  const [irrd, mirror, ripe] = seen?.irr.map(({ told }) => told) ?? [];
  return { irrd, mirror, ripe, rpki: seen?.rpki, holder: seen?.holder };
}

const routes = (...all: readonly (readonly [string, number, string])[]) => ({
  kind: 'told',
  value: all.map(([at, origin, source]) => ({ prefix: at, origin, source })),
});
const why = (reason: string) => ({ kind: 'silent', why: reason });

describe('the sandbox’s registries', () => {
  it('are read in both styles, exact and covering', async () => {
    await world.register('routes', { prefix: '198.51.100.0/24', origin: 65_010, source: 'NTTCOM' });
    const seen = await look();
    const exact = [prefix, 64_496, 'RIPE'] as const;
    const around = ['198.51.100.0/24', 65_010, 'NTTCOM'] as const;
    expect(seen.irrd).toMatchObject(routes(exact, around));
    expect(seen.mirror).toMatchObject({ kind: 'told', value: { length: 2 } });
    expect(seen.ripe).toMatchObject(routes(exact));
    expect(seen.rpki).toMatchObject({
      kind: 'told',
      value: { vrps: [{ asn: 64_496, maxLength: 26, ta: 'ripe' }] },
    });
    expect(seen.holder).toMatchObject({
      kind: 'told',
      value: { organization: 'Contoso Ltd', country: 'GB' },
    });
  });

  it('that know nothing of a prefix say so', async () => {
    const nothing = { kind: 'told', value: [] };
    const seen = await look('100.64.7.0/24');
    expect(seen).toMatchObject({
      irrd: nothing,
      mirror: nothing,
      ripe: nothing,
      rpki: { value: { vrps: [] } },
    });
    expect(seen.holder).toEqual({ kind: 'told', value: undefined, at: expect.any(Number) });
  });

  it('change, and are read again', async () => {
    await world.register('vrps', { prefix, asn: 64_496, maxLength: 26, present: false });
    await world.register('vrps', { prefix: '198.51.100.0/24', asn: 65_010 });
    await world.register('routes', { prefix, origin: 64_496, source: 'RIPE', present: false });
    minutes += 1;
    await registries.refresh();
    const seen = await look();
    expect(seen.ripe).toMatchObject(routes());
    expect(seen.rpki).toMatchObject({
      kind: 'told',
      value: { vrps: [{ asn: 65_010, prefix: '198.51.100.0/24' }] },
    });
  });

  it('show the certificate that stands in the holder’s remarks', async () => {
    await world.register('remarks', { prefix, text: `Azure\n${certificate}` });
    const { holder } = await look();
    const found = holder?.kind === 'told' ? holder.value?.certificates : [];
    expect(found).toHaveLength(1);
    expect(new X509Certificate(found?.[0] ?? '').fingerprint256).toBe(
      new X509Certificate(certificate).fingerprint256,
    );
  });

  it.each([
    ['throttle', 'throttled', 'throttled', 'throttled'],
    ['drop', 'unreachable', 'unreachable', 'unreachable'],
    // An IRRd whose first answer is an error closes behind it.
    ['error', 'unreachable', 'refused', 'unreachable'],
  ] as const)('are silent when a fault of the kind %s meets them', async (kind, irrd, ripe, rdap) => {
    world.faults.add({ target, kind, match: 'whois' });
    world.faults.add({ target, kind, match: 'rdap', ...(kind === 'throttle' ? { retryAfter: 600 } : {}) });
    const seen = await look();
    expect(seen).toMatchObject({ irrd: why(irrd), mirror: why(ripe), ripe: why(ripe), holder: why(rdap) });
    expect(seen.rpki?.kind).toBe('told');
  });
});
