import type { Hono } from 'hono';
import { z } from 'zod';
import { type ControlDeps, done, withBody } from './control-env.ts';

const pageSize = z.strictObject({ size: z.number().int().min(1).max(5_000) });
const pace = z.strictObject({
  retryAfterSeconds: z.number().int().min(0).max(600).optional(),
  durationMs: z.number().int().min(0).optional(),
  validationMs: z.number().int().min(0).optional(),
  providerLagMs: z.number().int().min(0).optional(),
  edgeMs: z.number().int().min(0).optional(),
  clockSkewMs: z.number().int().optional(),
});
const failoverTests = z.strictObject({ subscriptionId: z.string(), offered: z.boolean() });

/**
 * `page-size {size}` of a LIST, the pace of `operations {retryAfterSeconds?, durationMs?, validationMs?, providerLagMs?,
 * edgeMs?, clockSkewMs?}` (how far ARM's Date header is ahead of the world's clock), and `failover-tests {subscriptionId, offered}`: whether Azure offers them to a subscription.
 */
export function addSettingControl(app: Hono, { settings }: ControlDeps): void {
  app.post('/page-size', (context) =>
    withBody(context.req, pageSize, ({ size }) => {
      settings.pageSize = size;
      return done({ size });
    }),
  );
  app.post('/operations', (context) =>
    withBody(context.req, pace, ({ durationMs, ...wanted }) => {
      settings.operationMs = durationMs ?? settings.operationMs;
      Object.assign(settings, given(wanted));
      return done({ ...settings });
    }),
  );
  app.post('/failover-tests', (context) =>
    withBody(context.req, failoverTests, ({ subscriptionId, offered }) => {
      const id = subscriptionId.toLowerCase();
      const others = settings.withoutFailoverTests.filter((other) => other !== id);
      settings.withoutFailoverTests = offered ? others : [...others, id];
      return done({ subscriptionId, offered });
    }),
  );
}

/** Without the fields that were left out. */
function given(wanted: Readonly<Record<string, number | undefined>>): object {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
