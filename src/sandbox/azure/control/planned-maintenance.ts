import type { Hono } from 'hono';
import { z } from 'zod';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';

/** Milliseconds of world time, or ISO 8601. */
const moment = z.union([z.number().int(), z.iso.datetime({ offset: true }).transform(Date.parse)]);

const body = z.strictObject({
  title: z.string().min(1).max(500).default('Planned maintenance of ExpressRoute'),
  from: moment,
  until: moment,
  regions: z.array(z.string().min(1)).default([]),
  subscriptionId: z.string().optional(),
  trackingId: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'must be letters, digits, - and _')
    .optional(),
});

/**
 * `POST /planned-maintenance {title?, from, until, regions?, subscriptionId?, trackingId?}`: Microsoft announces work on
 * its network, or says anew what it announced; `POST /planned-maintenance/{trackingId}/withdraw {}` takes it back.
 */
export function addPlannedMaintenanceControl(app: Hono, { estate, plannedWorks, clock }: ControlDeps): void {
  app.post('/planned-maintenance', (context) =>
    withBody(context.req, body, ({ trackingId = nextId(), subscriptionId, regions, ...work }) => {
      if (work.until <= work.from) return refused('until: must be after from.');
      const known = estate.subscriptions.map((subscription) => subscription.subscriptionId);
      if (subscriptionId !== undefined && !known.includes(subscriptionId.toLowerCase())) {
        return refused(`There is no subscription '${subscriptionId}': use one of ${known.join(', ')}.`);
      }
      plannedWorks.announce({
        ...work,
        trackingId,
        regions: regions.map((region) => region.toLowerCase().replaceAll(' ', '')),
        announcedAt: clock.now(),
        ...(subscriptionId !== undefined && { subscriptionId }),
      });
      return done({ trackingId });
    }),
  );
  app.post('/planned-maintenance/:id/withdraw', (context) => {
    const id = context.req.param('id');
    return plannedWorks.withdraw(id) ? done() : refused(`There is no planned maintenance '${id}'.`);
  });

  function nextId(): string {
    const taken = plannedWorks.list().map(({ trackingId }) => trackingId);
    const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `ERPM-${index + 1}`);
    return numbers.find((id) => !taken.includes(id)) ?? '';
  }
}
