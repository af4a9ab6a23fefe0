import type { Hono } from 'hono';
import { z } from 'zod';
import { linkNames } from '../links.ts';
import { type ControlDeps, done, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';
import { anyPeering, withNamedPeering } from './find-peering.ts';

const body = z.strictObject({ peering: anyPeering, link: z.enum(linkNames), up: z.boolean() });

/** `POST /circuits/{name}/links {peering, link, up}`: cuts or restores one of a peering's two BGP sessions. */
export function addLinkControl(app: Hono, { estate, links }: ControlDeps): void {
  app.post('/circuits/:name/links', (context) =>
    withBody(context.req, body, ({ peering, link, up }) =>
      withNamed(estate, context.req.param('name'), (circuit) =>
        withNamedPeering(circuit, peering, ({ kind }) => {
          links.set(circuit, kind, link, up);
          estate.changed();
          return done({ peering: kind, link, up });
        }),
      ),
    ),
  );
}
