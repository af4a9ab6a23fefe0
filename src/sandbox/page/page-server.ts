/** Serves the workspace page. The page itself talks to `/control/*` only. */
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { listAssets, readAsset } from './page-assets.ts';
import { contentSecurityPolicy, pageDocument } from './page-document.ts';

export function createPageServer(): Hono {
  const app = new Hono();
  const assets = listAssets();
  const document = pageDocument([...assets.keys()]);

  app.use('/page/*', etag());
  app.get('/', (context) =>
    context.html(document, 200, {
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    }),
  );
  app.get('/page/*', (context) => {
    const asset = assets.get(context.req.path);
    if (!asset) return context.text('not found', 404);
    return context.body(readAsset(asset), 200, {
      'content-type': asset.contentType,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
}
