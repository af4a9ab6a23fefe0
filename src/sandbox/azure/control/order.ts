import type { Hono } from 'hono';
import { z } from 'zod';
import { skuOf } from '../model/circuit.ts';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';

const bandwidth = z.strictObject({ mbps: z.number().int().positive() });
const sku = z.strictObject({ tier: z.string().min(1), family: z.string().min(1).default('MeteredData') });
const tags = z.strictObject({ tags: z.record(z.string(), z.string()) });

/** Changes that the owner made elsewhere: `bandwidth {mbps}`, `sku {tier, family?}`, `tags {tags}`. */
export function addOrderControl(app: Hono, { estate }: ControlDeps): void {
  app.post('/circuits/:name/bandwidth', (context) =>
    withBody(context.req, bandwidth, ({ mbps }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        const { delivery } = circuit;
        if (delivery.kind === 'direct') {
          if (mbps % 1000 !== 0)
            return refused('mbps: on ExpressRoute Direct the bandwidth is in whole Gbps.');
          const bandwidthGbps = mbps / 1000;
          estate.updateCircuit(circuit, (old) => ({ ...old, delivery: { ...delivery, bandwidthGbps } }));
        } else {
          estate.updateCircuit(circuit, (old) => ({
            ...old,
            delivery: { ...delivery, bandwidthMbps: mbps },
          }));
        }
        return done({ mbps });
      }),
    ),
  );
  app.post('/circuits/:name/sku', (context) =>
    withBody(context.req, sku, ({ tier, family }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        estate.updateCircuit(circuit, (old) => ({ ...old, sku: skuOf(tier, family) }));
        return done({ sku: skuOf(tier, family) });
      }),
    ),
  );
  app.post('/circuits/:name/tags', (context) =>
    withBody(context.req, tags, (wanted) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        estate.updateCircuit(circuit, (old) => ({ ...old, tags: wanted.tags }));
        return done();
      }),
    ),
  );
}
