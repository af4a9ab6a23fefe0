import type { Hono } from 'hono';
import { z } from 'zod';
import { families, linkNames, sessionsOf } from '../model/session.ts';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';
import { anyPeering, withNamedPeering } from './find-peering.ts';

const link = z.enum(linkNames).optional();
const maintenance = z.strictObject({ on: z.boolean(), link });
const metrics = z.strictObject({ gap: z.boolean() });
const received = z.strictObject({
  peering: anyPeering,
  link,
  family: z.enum(families).optional(),
  prefixes: z.number().int().min(0).max(100_000),
});

/**
 * What Azure measures of a circuit, and what the owner's routers tell it:
 * `POST /circuits/{name}/maintenance {on, link?}`: the metric reads 0 % on one link or both, the sessions being up;
 * `POST /circuits/{name}/metrics {gap}`: whether points are without a value;
 * `POST /circuits/{name}/received {peering, link?, family?, prefixes}`: how many prefixes you advertise.
 */
export function addTelemetryControl(app: Hono, deps: ControlDeps): void {
  const { estate, telemetry, marks } = deps;
  app.post('/circuits/:name/maintenance', (context) =>
    withBody(context.req, maintenance, ({ on, link: only }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        const links = only ? [only] : linkNames;
        telemetry.during(circuit, () => marks.setMaintained(circuit, links, on));
        estate.changed();
        return done({ maintenance: marks.maintained(circuit) });
      }),
    ),
  );
  app.post('/circuits/:name/metrics', (context) =>
    withBody(context.req, metrics, ({ gap }) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        telemetry.during(circuit, () => marks.setGap(circuit, gap));
        estate.changed();
        return done({ gap });
      }),
    ),
  );
  addReceivedControl(app, deps);
}

function addReceivedControl(app: Hono, { estate, received: counts }: ControlDeps): void {
  app.post('/circuits/:name/received', (context) =>
    withBody(context.req, received, (wanted) =>
      withNamed(estate, context.req.param('name'), (circuit) =>
        withNamedPeering(circuit, wanted.peering, (peering) => {
          const places = sessionsOf(peering).filter(
            (place) =>
              (wanted.link ?? place.link) === place.link && (wanted.family ?? 'ipv4') === place.family,
          );
          if (places.length === 0)
            return refused(`${circuit.name}: its ${peering.kind} has no ${wanted.family ?? 'ipv4'}.`);
          for (const place of places) counts.set(circuit, place, wanted.prefixes);
          estate.changed();
          return done({ sessions: places.length, prefixes: wanted.prefixes });
        }),
      ),
    ),
  );
}
