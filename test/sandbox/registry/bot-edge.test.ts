import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegistries } from '../../../src/registry/create-registries.ts';
import { irrServers } from '../../../src/setting.ts';
import { keptLog } from '../../support/kept-log.ts';
import { type StartedRegistry, startRegistry } from './support/start-registry.ts';

let world: StartedRegistry;
let registries: ReturnType<typeof createRegistries>;
beforeAll(async () => {
  world = await startRegistry();
  const { IRR_SERVERS, RPKI_VRP_URL, RDAP_URL = '' } = world.registry.environment();
  registries = createRegistries({
    irr: irrServers.parse(IRR_SERVERS) ?? [],
    vrpUrl: RPKI_VRP_URL,
    rdapUrl: RDAP_URL,
    refreshMs: 3_600_000,
    now: Date.now,
    log: keptLog(),
  });
});
afterAll(async () => {
  await registries.stop();
  await world.close();
});

describe('the bot’s own look', () => {
  it('hears from the mirror and from RIPE what is there, and from both that something is not', async () => {
    const [good, leased] = await registries.look(['198.51.100.0/26', '198.51.100.192/27']);
    const routes = good?.irr.map(
      ({ told }) => told.kind === 'told' && told.value.map(({ source }) => source),
    );
    expect(routes).toEqual([['RADB', 'RIPE'], ['RIPE']]);
    expect(leased?.irr.map(({ told }) => told)).toMatchObject([{ value: [] }, { value: [] }]);
    expect(leased?.holder).toMatchObject({ kind: 'told', value: { organization: 'Fabrikam Hosting B.V.' } });
    expect(good?.rpki).toMatchObject({ kind: 'told', value: { vrps: [{ asn: 64496, maxLength: 26 }] } });
  });

  it('is told of two hundred prefixes by every source', async () => {
    const prefixes = Array.from({ length: 200 }, (_, index) => `198.51.${index}.0/24`);
    const seen = await registries.look(prefixes);
    expect(seen).toHaveLength(200);
    const kinds = seen.flatMap(({ irr, rpki, holder }) => [...irr.map(({ told }) => told), rpki, holder]);
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['told']));
  });

  it('finds a certificate in the record, whichever registry holds it', async () => {
    const text = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
    for (const prefix of ['198.51.100.0/24', '192.0.2.0/24', '203.0.113.0/24']) {
      await world.register('remarks', { prefix, text });
    }
    const seen = await registries.look(['198.51.100.0/26', '192.0.2.0/26', '203.0.113.0/26']);
    const found = seen.map(({ holder }) => holder.kind === 'told' && holder.value?.certificates.length);
    expect(found).toEqual([1, 1, 1]);
  });
});
