import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';

const Route = z.object({ prefix: z.string(), origin: z.number(), source: z.string() });
const World = z.object({
  circuits: z.array(
    z.object({
      name: z.string(),
      peerings: z.array(
        z.object({
          prefixes: z.array(
            z.object({
              prefix: z.string(),
              validationState: z.string(),
              wantedRoute: Route.omit({ prefix: true }).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
  registry: z.object({
    advertised: z.array(
      z.object({
        prefix: z.string(),
        routes: z.array(Route),
        vrps: z.array(z.object({ asn: z.number(), maxLength: z.number() })),
        holder: z.object({ organization: z.string() }),
      }),
    ),
  }),
});

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function sights() {
  const { circuits, registry } = World.parse((await sandbox.control.get('world')).json);
  return circuits.flatMap(({ name, peerings }) =>
    peerings.flatMap(({ prefixes }) =>
      prefixes.map(({ prefix, validationState, wantedRoute: wanted }) => {
        const about = registry.advertised.find((one) => one.prefix === prefix);
        const routes = about?.routes ?? [];
        const isOrigin = ({ origin, source }: z.infer<typeof Route>) =>
          origin === wanted?.origin && source === wanted.source;
        return { name, prefix, validationState, wanted, about, isRegistered: routes.some(isOrigin) };
      }),
    ),
  );
}

describe('what the registries say of the circuits', () => {
  it('agrees with what Azure has Configured, and with that alone', async () => {
    const seen = await sights();
    expect(seen).toHaveLength(9);
    for (const { prefix, validationState, isRegistered } of seen) {
      expect([prefix, isRegistered]).toEqual([prefix, validationState === 'Configured']);
    }
  });

  it('is that each prefix has a holder: all but one are ours', async () => {
    const ours = (sandbox.environment.ORGANIZATION_NAMES ?? '').split(',');
    const foreign = (await sights()).filter(({ about }) => !ours.includes(about?.holder.organization ?? ''));
    expect(foreign).toMatchObject([
      { prefix: '198.51.100.192/27', about: { holder: { organization: 'Fabrikam Hosting B.V.' } } },
    ]);
  });

  it('has a ROA against it in one place, and a larger object alone in another', async () => {
    const seen = await sights();
    const contradicted = seen.filter(({ about, wanted }) => {
      const asns = (about?.vrps ?? []).map(({ asn }) => asn);
      return asns.length > 0 && !asns.includes(wanted?.origin ?? -1);
    });
    expect(contradicted.map(({ prefix }) => prefix)).toEqual(['192.0.2.0/26']);
    const coveredOnly = seen.filter(
      ({ about, prefix, isRegistered }) =>
        isRegistered && !about?.routes.some((route) => route.prefix === prefix),
    );
    expect(coveredOnly.map(({ prefix }) => prefix)).toEqual(['2001:db8:100::/48']);
  });

  it('holds too for circuits and peerings that come Configured from elsewhere', async () => {
    await sandbox.control.post('azure/circuits/bulk', { count: 20 });
    await sandbox.control.post('azure/circuits/nyc-01/peerings', { peering: 'microsoft', present: true });
    const added = (await sights()).filter(({ name }) => /^bulk-|^nyc-01/u.test(name));
    expect(added).toHaveLength(21);
    for (const { prefix, wanted, about, isRegistered } of added) {
      const isRoaGood = about?.vrps.some(({ asn }) => asn === wanted?.origin);
      expect([prefix, isRegistered, isRoaGood]).toEqual([prefix, true, true]);
    }
  });
});
