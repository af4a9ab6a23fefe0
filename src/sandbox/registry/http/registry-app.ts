import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { WorldClock } from '../../world/clock.ts';
import type { Faults } from '../../world/faults.ts';
import { playFaults } from '../../world/play-fault.ts';
import type { RegistryWorld } from '../world/registry-world.ts';
import { createRdapApp, rdapError } from './rdap-app.ts';
import { builtAt, routinatorList, rpkiClientList } from './vrp-list.ts';

type Deps = {
  readonly world: RegistryWorld;
  readonly faults: Faults;
  readonly clock: WorldClock;
  readonly origin: () => string;
};

/** The registries on HTTP, mounted at /registry: the list of validated ROA payloads, and RDAP. */
export function createRegistryApp({ world, faults, clock, origin }: Deps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(
    playFaults({
      faults,
      clock,
      target: 'registry',
      subject: ({ req }) =>
        `${req.path.includes('/rdap/') ? 'rdap' : 'vrps'} ${decodeURIComponent(req.path)}`,
      throttled: () => rdapError(429, 'Too Many Requests', 'Ask less often.'),
      failed: () => rdapError(503, 'Service Unavailable', 'Ask again later.'),
    }),
  );
  app.get('/vrps.json', ({ req }) => {
    const form = req.query('form') === 'routinator' ? 'routinator' : 'rpki-client';
    const now = clock.told();
    const etag = `"${form}-${builtAt(now)}-${world.vrpRevision()}"`;
    if (req.header('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
    const list = form === 'routinator' ? routinatorList : rpkiClientList;
    const headers = { etag, 'content-type': 'application/json' };
    return new Response(JSON.stringify(list(world.vrps(), now)), { headers });
  });
  app.route(
    '/rdap',
    createRdapApp(world, (path) => `${origin()}/registry/rdap/${path}`),
  );
  return app;
}
