import { Hono } from 'hono';
import { z } from 'zod';
import { answerError, readBody } from '../../control/bad-call.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { createActionRoutes } from './actions.ts';
import { createChannelRoutes } from './channels.ts';
import { createCommandRoutes } from './commands.ts';
import { createFileControl } from './files.ts';
import { createGroupRoutes } from './groups.ts';
import { createMessageRoutes } from './messages.ts';
import { createViewRoutes } from './views.ts';

const HttpUrl = z.url({ protocol: /^https?$/ });
const Installed = z
  .object({
    requestUrl: HttpUrl.optional(),
    opsUrl: HttpUrl.optional(),
    scopes: z.array(z.string().regex(/^[a-z.:]{2,60}$/)).optional(),
  })
  .refine(({ requestUrl, scopes }) => requestUrl ?? scopes, 'name requestUrl or scopes')
  .refine(({ requestUrl, opsUrl }) => requestUrl || !opsUrl, 'opsUrl goes with requestUrl');

/** `/control/slack`: people act, and one looks at what they see. */
export function createSlackControl(world: SlackWorld): Hono {
  const control = new Hono();
  control.onError(answerError);
  control.put('/app', async (context) => {
    const { requestUrl, opsUrl, scopes } = await readBody(context, Installed);
    if (requestUrl) world.connection.connect({ requestUrl, ...(opsUrl && { opsUrl }) });
    if (scopes) world.grants.change(scopes);
    return context.json({ ok: true, scopes: world.grants.scopes() });
  });
  control.route('/', createCommandRoutes(world));
  control.route('/', createActionRoutes(world));
  control.route('/', createViewRoutes(world));
  control.route('/', createMessageRoutes(world));
  control.route('/', createChannelRoutes(world));
  control.route('/', createGroupRoutes(world));
  control.route('/', createFileControl(world));
  return control;
}
