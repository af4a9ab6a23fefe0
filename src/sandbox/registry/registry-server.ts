import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Bus } from '../world/bus.ts';
import type { WorldClock } from '../world/clock.ts';
import type { Faults } from '../world/faults.ts';
import { createRegistryControl } from './control/registry-control.ts';
import { createRegistryApp } from './http/registry-app.ts';
import { registrySight } from './registry-sight.ts';
import { organizationNames, seededRegistry } from './seed/seed-registry.ts';
import { createIrrdSession } from './whois/irrd-session.ts';
import { createRipeSession } from './whois/ripe-session.ts';
import { startWhoisServer } from './whois/whois-server.ts';
import { irrSources } from './world/records.ts';
import { createRegistryWorld, type RegistryWorld } from './world/registry-world.ts';

export interface RegistryServer {
  /** What all of them hold; Microsoft looks into it too. */
  readonly records: RegistryWorld;
  /** RPKI and RDAP; mounted at /registry. */
  readonly http: Hono<{ Bindings: HttpBindings }>;
  /** Mounted at /control/registry. */
  readonly control: Hono;
  /** `prefixes`: those that circuits advertise. */
  world(prefixes: readonly string[]): { readonly registry: ReturnType<typeof registrySight> };
  /** What a bot's environment says of them. */
  environment(): Record<string, string>;
  close(): Promise<void>;
}

/** Routing registries on TCP, an IRRd that mirrors them all and RIPE's own; RPKI and RDAP on the sandbox's origin. */
export async function startRegistryServer(deps: {
  readonly clock: WorldClock;
  readonly faults: Faults;
  readonly bus: Bus;
  readonly origin: () => string;
}): Promise<RegistryServer> {
  const { clock, faults, bus, origin } = deps;
  const records = createRegistryWorld(bus, seededRegistry);
  const mirror = await startWhoisServer({
    name: 'irrd',
    clock,
    faults,
    newSession: () => createIrrdSession(records, irrSources),
  });
  const ripe = await startWhoisServer({
    name: 'ripe',
    clock,
    faults,
    newSession: () => createRipeSession(records),
  });
  return {
    records,
    http: createRegistryApp({ world: records, faults, clock, origin }),
    control: createRegistryControl(records),
    world: (prefixes) => ({ registry: registrySight(records, prefixes) }),
    environment: () => ({
      IRR_SERVERS: `127.0.0.1:${mirror.port},127.0.0.1:${ripe.port}/ripe`,
      RPKI_VRP_URL: `${origin()}/registry/vrps.json`,
      RDAP_URL: `${origin()}/registry/rdap`,
      ORGANIZATION_NAMES: organizationNames.join(','),
    }),
    async close() {
      await Promise.all([mirror.close(), ripe.close()]);
    },
  };
}
