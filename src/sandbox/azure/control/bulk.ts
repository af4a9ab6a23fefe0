import type { Hono } from 'hono';
import { z } from 'zod';
import { registerAdvertised } from '../live/register-advertised.ts';
import { bulkCircuit } from '../model/bulk-circuit.ts';
import { type ControlDeps, done, withBody } from './control-env.ts';

const body = z.strictObject({
  count: z.number().int().min(1).max(50_000),
  location: z.string().min(1).default('westeurope'),
  provider: z.string().min(1).default('Equinix'),
  peeringLocation: z.string().min(1).default('Amsterdam'),
});

/**
 * `POST /circuits/bulk {count, location?, provider?, peeringLocation?}`: many circuits for load at one site, in turn in
 * each subscription; always the same ones.
 */
export function addBulkControl(app: Hono, { estate, registry }: ControlDeps): void {
  app.post('/circuits/bulk', (context) =>
    withBody(context.req, body, ({ count, ...site }) => {
      const ids = estate.subscriptions.map(({ subscriptionId }) => subscriptionId);
      for (const subscriptionId of ids) {
        estate.addGroup({ subscriptionId, name: 'rg-bulk', location: 'westeurope' });
      }
      const first = estate.circuits().filter(({ resourceGroup }) => resourceGroup === 'rg-bulk').length;
      const added = Array.from({ length: count }, (_, index) => first + index);
      const circuits = added.map((index) => bulkCircuit(ids[index % ids.length] ?? '', index, site));
      registerAdvertised(
        registry,
        circuits.flatMap(({ peerings }) => peerings),
      );
      estate.addCircuits(circuits);
      return done({ count });
    }),
  );
}
