import type { Hono } from 'hono';
import { z } from 'zod';
import { setProviderState } from '../live/provider-state.ts';
import { anyState, type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';

const body = z.strictObject({ state: anyState, lagMs: z.number().int().min(0).max(3_600_000).default(0) });

/**
 * `POST /circuits/{name}/provider {state, lagMs?}`: what the provider does, and how much later Azure shows it. Azure
 * takes any state from it, in any order, but a provider can do nothing before it was given a service key, and there is
 * none on ExpressRoute Direct.
 */
export function addProviderControl(app: Hono, { estate, plans, clock }: ControlDeps): void {
  app.post('/circuits/:name/provider', (context) =>
    withBody(context.req, body, ({ state, lagMs }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        if (circuit.delivery.kind === 'direct') {
          return refused(
            `${circuit.name} is on ExpressRoute Direct: it has no provider, so no provider state can be set.`,
          );
        }
        if (!circuit.issued) {
          return refused(
            `${circuit.name} is still being created: its provider can act once the service key is issued.`,
          );
        }
        plans.drop(circuit);
        setProviderState({ estate, clock }, circuit, state, lagMs);
        return done({ state });
      }),
    ),
  );
}
