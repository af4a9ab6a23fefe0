import type { Hono } from 'hono';
import { z } from 'zod';
import { findGlobalReach, removeGlobalReach } from '../live/global-reach.ts';
import { withPeering } from '../model/circuit.ts';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';
import { withNamedPeering } from './find-peering.ts';

const reach = z.strictObject({ name: z.string().min(1) });
const nothing = z.strictObject({});

/**
 * What the owner takes off a circuit in the portal: `detach-global-reach {name}`, on the circuit that it was made on, and
 * `detach-route-filter {}` from the Microsoft peering.
 */
export function addAttachmentControl(app: Hono, { estate }: ControlDeps): void {
  app.post('/circuits/:name/detach-global-reach', (context) =>
    withBody(context.req, reach, ({ name }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        const found = findGlobalReach(circuit, name);
        if (!found) return refused(`No Global Reach '${name}' was made on ${circuit.name}.`);
        removeGlobalReach(estate, circuit, found);
        return done({ name });
      }),
    ),
  );
  app.post('/circuits/:name/detach-route-filter', (context) =>
    withBody(context.req, nothing, () =>
      withNamed(estate, context.req.param('name'), (circuit) =>
        withNamedPeering(circuit, 'MicrosoftPeering', ({ routeFilterId, ...peering }) => {
          if (routeFilterId === undefined) return refused(`${circuit.name} has no route filter.`);
          estate.updateCircuit(circuit, (old) => withPeering(old, peering));
          return done();
        }),
      ),
    ),
  );
}
