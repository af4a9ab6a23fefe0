import { Hono } from 'hono';
import { ResponseBody, showResponse } from '../deliver/response.ts';
import { readJson } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { type SlackEnv, slackFaults } from './slack-faults.ts';

/** `/slack/response/:path`: the bot answers a command or an action later, without a token. */
export function createResponseUrlRoutes(world: SlackWorld): Hono<SlackEnv> {
  const routes = new Hono<SlackEnv>();
  routes.use(
    '/:path',
    slackFaults(world, () => 'response_url'),
  );
  routes.post('/:path', async (context) => {
    const used = world.responseUrls.use(context.req.param('path'));
    if ('error' in used) return context.json({ ok: false, error: used.error }, 404);
    const raw = await context.req.text();
    const form = new URLSearchParams(raw).get('payload');
    const body = ResponseBody.safeParse(readJson(form ?? raw));
    if (!body.success) return context.json({ ok: false, error: 'invalid_payload' }, 400);
    const error = showResponse(world, used.target, body.data);
    return error ? context.json({ ok: false, error }, 400) : context.text('ok');
  });
  return routes;
}
