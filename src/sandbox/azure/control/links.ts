import type { Hono } from 'hono';
import { z } from 'zod';
import { families, familiesOf, linkNames } from '../model/session.ts';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';
import { anyPeering, withNamedPeering } from './find-peering.ts';

const body = z.strictObject({
  peering: anyPeering,
  link: z.enum(linkNames),
  up: z.boolean(),
  family: z.enum(families).optional(),
  layer: z.union([z.literal(2), z.literal(3)]).optional(),
});

/**
 * `POST /circuits/{name}/links {peering, link, up, family?, layer?}`: cuts or restores a peering on one link: its BGP
 * sessions or that of one address family, or with layer 2 the wire itself, so that not even ARP answers. What comes back
 * without a layer and a family comes back whole.
 */
export function addLinkControl(app: Hono, { estate, links, telemetry }: ControlDeps): void {
  app.post('/circuits/:name/links', (context) =>
    withBody(context.req, body, ({ peering, link, up, family, layer }) =>
      withNamed(estate, context.req.param('name'), (circuit) =>
        withNamedPeering(circuit, peering, (found) => {
          const { kind } = found;
          if (family === 'ipv6' && !familiesOf(found).includes(family))
            return refused(`${circuit.name}: its ${kind} has no ${family}.`);
          if (family !== undefined && layer === 2) return refused('family: layer 2 carries both families.');
          const change = { peering: kind, link, up, ...(family && { family }), ...(layer && { layer }) };
          telemetry.during(circuit, () => links.set(circuit, change));
          estate.changed();
          return done(change);
        }),
      ),
    ),
  );
}
