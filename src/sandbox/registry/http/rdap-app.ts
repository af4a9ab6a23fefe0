import { type Context, Hono } from 'hono';
import { covers, parsePrefix } from '../world/prefix.ts';
import type { Holder } from '../world/records.ts';
import type { RegistryWorld } from '../world/registry-world.ts';
import { rdapNetwork } from './rdap-network.ts';

/**
 * RDAP (RFC 9083). `/ip/…` knows which registry holds the addresses and leads there, as rdap.org does; the registry's own
 * server stands below its name.
 */
export function createRdapApp(world: RegistryWorld, href: (path: string) => string): Hono {
  const app = new Hono();
  app.get('/ip/:address/:length?', (context) =>
    withHolder(context, world, (holder) => {
      const location = href(`${holder.registry.toLowerCase()}/ip/${asked(context)}`);
      return new Response(null, { status: 302, headers: { location } });
    }),
  );
  app.get('/:registry/ip/:address/:length?', (context) =>
    withHolder(context, world, (holder) => {
      const registry = context.req.param('registry');
      if (holder.registry.toLowerCase() !== registry) return notFound();
      const self = href(`${registry}/ip/${asked(context)}`);
      return rdapJson(200, rdapNetwork({ ...around(world, holder), href: self }));
    }),
  );
  app.all('*', notFound);
  return app;
}

/** An answer in RDAP's own type; one that is no 200 says why in RDAP's own form. */
export function rdapJson(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/rdap+json' } });
}

export function rdapError(errorCode: number, title: string, description: string): Response {
  return rdapJson(errorCode, {
    rdapConformance: ['rdap_level_0'],
    errorCode,
    title,
    description: [description],
  });
}

const notFound = (): Response =>
  rdapError(404, 'Not Found', 'No registry has a record of what was asked for.');

function asked(context: Context): string {
  const { address = '', length } = context.req.param();
  return length === undefined ? address : `${address}/${length}`;
}

function withHolder(context: Context, world: RegistryWorld, answer: (holder: Holder) => Response): Response {
  const wanted = parsePrefix(asked(context));
  if (!wanted) return rdapError(400, 'Bad Request', 'That is no address and no block of addresses.');
  const holder = world.holderOf(wanted);
  return holder ? answer(holder) : notFound();
}

/** The record of the block around it, and what ARIN calls its origin AS numbers. */
function around(world: RegistryWorld, holder: Holder) {
  const above = world
    .holders()
    .filter((one) => one.prefix.length < holder.prefix.length && covers(one.prefix, holder.prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  const routes = world
    .routes()
    .filter(({ source, prefix }) => source === 'ARIN' && covers(holder.prefix, prefix));
  return { holder, parent: above[0], originAsns: [...new Set(routes.map(({ origin }) => origin))] };
}
