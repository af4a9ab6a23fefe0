import { type Context, Hono } from 'hono';
import { isObject, type JsonObject, readJson } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { bearer } from './bearer.ts';
import { methods } from './methods.ts';
import { invalidArguments, type Reply, refuse } from './reply.ts';
import { type SlackEnv, slackFaults } from './slack-faults.ts';

/** `/slack/api/:method`. Slack answers 200 to nearly everything; what went wrong is in the body. */
export function createWebApi(world: SlackWorld): Hono<SlackEnv> {
  const api = new Hono<SlackEnv>();
  api.use(
    '/:method',
    async (context, next) => {
      await next();
      // Also of an answer that is a fault: it tells the time too.
      context.res.headers.set('date', new Date(world.clock.told()).toUTCString());
    },
    slackFaults(world, (context) => context.req.param('method') ?? ''),
  );
  api.on(['GET', 'POST'], '/:method', async (context) => {
    context.header('x-oauth-scopes', world.grants.scopes().join(','));
    return context.json(await answer(world, context));
  });
  return api;
}

async function answer(world: SlackWorld, context: Context<SlackEnv>): Promise<Reply> {
  const method = methods.get(context.req.param('method') ?? '');
  if (!method) return refuse('unknown_method', { req_method: context.req.param('method') });
  const args = await readArguments(context);
  if (!args) return invalidArguments(['[ERROR] the body is no JSON object']);
  const token = bearer(context) ?? args.token;
  if (token === undefined || token === '') return refuse('not_authed');
  if (token !== world.botToken) return refuse('invalid_auth');
  return method(world, args);
}

async function readArguments(context: Context<SlackEnv>): Promise<JsonObject | undefined> {
  const body = await context.req.text();
  if ((context.req.header('content-type') ?? '').startsWith('application/json')) {
    const parsed = body === '' ? {} : readJson(body);
    return isObject(parsed) ? parsed : undefined;
  }
  return { ...context.req.query(), ...Object.fromEntries(new URLSearchParams(body)) };
}
