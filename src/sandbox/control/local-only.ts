import { createMiddleware } from 'hono/factory';

const localHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/**
 * The sandbox is for this machine alone. A foreign Host header means that a web page had its name resolved to
 * loopback (DNS rebinding), a foreign Origin that a web page elsewhere sends orders: both are refused.
 */
export const localOnly = createMiddleware(async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!localHost.test(host))
    return context.json({ error: 'the sandbox answers to loopback names only' }, 403);
  const origin = context.req.header('origin');
  const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (origin !== undefined && !reads && origin !== `http://${host}`) {
    return context.json({ error: 'the sandbox takes no orders from other origins' }, 403);
  }
  return next();
});
