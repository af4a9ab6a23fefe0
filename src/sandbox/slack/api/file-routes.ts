import { type Context, Hono } from 'hono';
import { fileKey } from '../world/file-json.ts';
import { appSees } from '../world/file-sight.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { bearer } from './bearer.ts';
import { type SlackEnv, slackFaults } from './slack-faults.ts';

/**
 * `/slack/files-pri/…`: where `url_private` and `url_private_download` lead to. Whoever may not have the file is sent to a
 * page to sign in, which answers 200: a program that follows takes that page for the file.
 */
export function createFileRoutes(world: SlackWorld): Hono<SlackEnv> {
  const routes = new Hono<SlackEnv>();
  const faults = slackFaults(world, (context) => context.req.path.slice('/slack/'.length));
  routes.get('/files-pri/:key/:name', faults, (context) => answer(world, context, 'inline'));
  routes.get('/files-pri/:key/download/:name', faults, (context) => answer(world, context, 'attachment'));
  routes.get('/signin', (context) => context.html(signInPage));
  return routes;
}

function answer(world: SlackWorld, context: Context, disposition: 'inline' | 'attachment'): Response {
  const signedIn = bearer(context) === world.botToken && world.grants.has('files:read');
  if (!signedIn) return toSignIn(context);
  const id = context.req.param('key')?.split('-')[1] ?? '';
  const file = world.files.find(id);
  if (!file || context.req.param('key') !== fileKey(id)) return context.html(noSuchPage, 404);
  if (!appSees(world, file)) return toSignIn(context);
  return new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': file.mimetype,
      'content-length': String(file.content.byteLength),
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
    },
  });
}

function toSignIn(context: Context): Response {
  const place = `/slack/signin?redir=${encodeURIComponent(context.req.path)}`;
  const headers = { location: place, 'x-slack-meta': '?;acl_fail' };
  return context.html(`<a href="${place}">Found</a>.\n`, 302, headers);
}

const signInPage = `<!DOCTYPE html>
<html lang="en"><head><title>Sign in | Slack</title></head>
<body><h1>Sign in to Trunkline Sandbox</h1><p>You need to sign in to see this page.</p></body></html>
`;
const noSuchPage = `<!DOCTYPE html>
<html lang="en"><head><title>There’s been a glitch… | Slack</title></head>
<body><p>We can’t find the page you’re looking for.</p></body></html>
`;
