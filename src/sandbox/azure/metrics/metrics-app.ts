import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Faults } from '../../world/faults.ts';
import { playFaults } from '../../world/play-fault.ts';
import type { Settings } from '../settings.ts';
import { getBatch, type MetricsDeps } from './get-batch.ts';
import { badRequest, metricError } from './metric-error.ts';

/** Subscription, then the call; a colon in a path is nothing that a route pattern could hold. */
const callForm = /\/subscriptions\/([^/]+)\/(metrics(?::|%3a)getbatch)$/i;
const apiVersions = ['2023-05-01-preview', '2023-10-01', '2024-02-01'];

/** Azure Monitor's metrics, wherever they are mounted. One door stands for those of all regions. */
export function createMetricsApp(
  deps: MetricsDeps & { readonly settings: Pick<Settings, 'clockSkewMs'> },
  faults: Faults,
): Hono {
  const { clock, settings, token } = deps;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('date', new Date(clock.told() + settings.clockSkewMs).toUTCString());
  });
  app.use(metricsFaults(deps, faults));
  app.all('*', async ({ req }) => {
    const [, subscription = '', call] = callForm.exec(new URL(req.url).pathname) ?? [];
    if (call === undefined || req.method !== 'POST')
      return metricError(404, 'NotFound', `There is no ${req.method} ${req.path}.`);
    if (req.header('authorization') !== `Bearer ${token}`)
      return metricError(401, 'InvalidAuthenticationToken', 'The access token is missing or invalid.');
    const known = deps.estate.subscriptions.map(({ subscriptionId }) => subscriptionId);
    if (!known.includes(subscription.toLowerCase()))
      return metricError(
        404,
        'SubscriptionNotFound',
        `The subscription '${subscription}' could not be found.`,
      );
    const { 'api-version': version = '', ...asked } = req.query();
    if (!apiVersions.includes(version))
      return badRequest(
        `The api-version '${version}' is invalid. The supported versions are '${apiVersions}'.`,
      );
    return getBatch(deps, subscription, asked, await req.json().catch(() => undefined));
  });

  const outer = new Hono();
  outer.all('*', (context) => app.fetch(context.req.raw, context.env ?? {}));
  return outer;
}

function metricsFaults({ clock }: MetricsDeps, faults: Faults) {
  return playFaults({
    faults,
    clock,
    target: 'azure',
    subject: ({ req }) => `POST /metrics:getBatch ${callForm.exec(req.path)?.[1] ?? ''}`,
    throttled: () => metricError(429, 'TooManyRequests', 'Too many requests. Please try again later.'),
    failed: () => metricError(503, 'ServiceUnavailable', 'The service is temporarily unavailable.'),
  });
}
