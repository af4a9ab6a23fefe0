import type { Hono } from 'hono';
import { z } from 'zod';
import { unpeer } from '../live/global-reach.ts';
import { type Circuit, skuOf } from '../model/circuit.ts';
import { newCircuit, throughProvider } from '../model/new-circuit.ts';
import { emea } from '../seed/subscriptions.ts';
import { anyState, type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';

/** Names are not held to Azure's rules: a bot must survive any text. A slash alone would break the ids. */
const word = z
  .string()
  .min(1)
  .max(90)
  .regex(/^[^/]*$/, 'must not contain a slash');

const body = z.strictObject({
  name: word,
  subscriptionId: z.string().default(emea),
  resourceGroup: word.default('rg-net-emea'),
  location: z.string().default('westeurope'),
  provider: z.string().default('Equinix'),
  peeringLocation: z.string().default('Amsterdam'),
  bandwidthMbps: z.number().int().positive().default(200),
  tier: z.string().default('Standard'),
  family: z.string().default('MeteredData'),
  state: anyState.default('NotProvisioned'),
  tags: z.record(z.string(), z.string()).optional(),
});

/** `POST /circuits {name, …}` and `DELETE /circuits/{name}`: a circuit comes or goes at once, by another hand. */
export function addCircuitControl(app: Hono, { estate, plans, clock }: ControlDeps): void {
  app.post('/circuits', (context) =>
    withBody(context.req, body, (wanted) => {
      if (!estate.subscriptions.some(({ subscriptionId }) => subscriptionId === wanted.subscriptionId)) {
        const known = estate.subscriptions.map(({ subscriptionId }) => subscriptionId).join(', ');
        return refused(`There is no subscription '${wanted.subscriptionId}': use one of ${known}.`);
      }
      if (estate.circuit(wanted)) {
        return refused(`${wanted.resourceGroup} already has a circuit '${wanted.name}'.`);
      }
      estate.addGroup({
        subscriptionId: wanted.subscriptionId,
        name: wanted.resourceGroup,
        location: wanted.location,
      });
      estate.addCircuits([fromBody(wanted)]);
      return done({ name: wanted.name });
    }),
  );
  app.delete('/circuits/:name', (context) =>
    withNamed(estate, context.req.param('name'), (circuit) => {
      plans.drop(circuit);
      unpeer(estate, circuit, { peerings: [] });
      estate.removeCircuit(circuit, clock.now());
      return done();
    }),
  );
}

function fromBody(wanted: z.infer<typeof body>): Circuit {
  return newCircuit({
    subscriptionId: wanted.subscriptionId,
    resourceGroup: wanted.resourceGroup,
    name: wanted.name,
    location: wanted.location,
    sku: skuOf(wanted.tier, wanted.family),
    delivery: throughProvider(wanted.provider, wanted.peeringLocation, wanted.bandwidthMbps, wanted.state),
    ...(wanted.tags && { tags: wanted.tags }),
  });
}
