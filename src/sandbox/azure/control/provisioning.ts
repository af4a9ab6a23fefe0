import type { Hono } from 'hono';
import { z } from 'zod';
import { anyState, type ControlDeps, done, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';

const body = z.strictObject({ state: anyState });

/**
 * `POST /circuits/{name}/provisioning {state}`: ARM's own provisioningState, as Failed or Updating. While it is
 * Updating the circuit's status reads Disabled, which means nothing.
 */
export function addProvisioningControl(app: Hono, { estate }: ControlDeps): void {
  app.post('/circuits/:name/provisioning', (context) =>
    withBody(context.req, body, ({ state }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        estate.updateCircuit(circuit, (old) => ({ ...old, provisioningState: state }));
        return done({ state });
      }),
    ),
  );
}
