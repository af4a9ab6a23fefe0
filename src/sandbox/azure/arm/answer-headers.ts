import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { WorldClock } from '../../world/clock.ts';
import type { Settings } from '../settings.ts';
import type { ArmEnv } from './arm-env.ts';
import { armPath, resourceNames } from './path.ts';

type Kind = 'reads' | 'writes' | 'deletes';
/** As seen on the wire in 2025; `refill` is per second. */
const buckets: Record<Kind, { size: number; refill: number }> = {
  reads: { size: 1099, refill: 25 },
  writes: { size: 799, refill: 10 },
  deletes: { size: 799, refill: 10 },
};

/**
 * The headers of every ARM answer. The remaining calls count down and fill up again as the real ones do, but never
 * lead to a 429 by themselves: throttling is played only when it is asked for.
 */
export function answerHeaders(clock: WorldClock, settings: Pick<Settings, 'clockSkewMs'>) {
  const remaining = new Map<string, { left: number; at: number }>();

  function take(kind: Kind, subscription: string): number {
    const { size, refill } = buckets[kind];
    const key = `${kind} ${subscription.toLowerCase()}`;
    const bucket = remaining.get(key) ?? { left: size, at: clock.now() };
    const filled = Math.min(size, bucket.left + ((clock.now() - bucket.at) / 1000) * refill);
    const left = Math.max(1, filled - 1);
    remaining.set(key, { left, at: clock.now() });
    return Math.floor(left);
  }

  return createMiddleware<ArmEnv>(async (context, next) => {
    await next();
    const { headers } = context.res;
    const correlation = randomUUID();
    headers.set('date', new Date(clock.told() + settings.clockSkewMs).toUTCString());
    headers.set('cache-control', 'no-cache');
    headers.set('pragma', 'no-cache');
    headers.set('expires', '-1');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('x-ms-request-id', randomUUID());
    headers.set('x-ms-correlation-request-id', correlation);
    headers.set('x-ms-routing-request-id', `SANDBOX:${compactTime(clock.now())}:${correlation}`);
    const { subscription } = resourceNames(armPath(context.req.url));
    if (!subscription) return;
    const kind = kindOf(context.req.method);
    const left = take(kind, subscription);
    headers.set(`x-ms-ratelimit-remaining-subscription-${kind}`, String(left));
    headers.set(`x-ms-ratelimit-remaining-subscription-global-${kind}`, String(left * 15));
  });
}

function kindOf(method: string): Kind {
  if (method === 'DELETE') return 'deletes';
  return method === 'GET' || method === 'HEAD' ? 'reads' : 'writes';
}

/** 20260102T030405Z */
function compactTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
