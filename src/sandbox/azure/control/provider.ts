import type { Hono } from 'hono';
import { z } from 'zod';
import { setProviderState } from '../live/provider-plans.ts';
import { anyState, type ControlDeps, done, refused, withBody } from './control-env.ts';
import { findCircuit } from './find-circuit.ts';

const knownStates = ['NotProvisioned', 'Provisioning', 'Provisioned', 'Deprovisioning', 'DeProvisioned'];
const body = z.strictObject({ state: anyState });

/** `POST /circuits/{name}/provider {state}`: what the provider does. Azure takes any state from it, in any order. */
export function addProviderControl(app: Hono, { estate, plans }: ControlDeps): void {
  app.post('/circuits/:name/provider', (context) =>
    withBody(context.req, body, ({ state }) => {
      const circuit = findCircuit(estate, context.req.param('name'));
      if (typeof circuit === 'string') return refused(circuit);
      if (circuit.delivery.kind === 'direct') {
        return refused(
          `${circuit.name} is on ExpressRoute Direct: it has no provider, so no provider state can be set.`,
        );
      }
      const known = knownStates.find((name) => name === state);
      plans.drop(circuit);
      setProviderState(estate, circuit, known ?? state);
      return done({ state: known ?? state });
    }),
  );
}
