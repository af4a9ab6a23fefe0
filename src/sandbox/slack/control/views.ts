import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody, readQuery } from '../../control/bad-call.ts';
import { deliverEvent } from '../deliver/event.ts';
import { deliverClosed, deliverSubmission } from '../deliver/submission.ts';
import { directMessageId } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { viewJson } from '../world/view-json.ts';
import { clientErrors } from './client-checks.ts';
import { fillIn } from './fill.ts';
import { outcome } from './outcome.ts';
import { viewOf } from './place.ts';
import { personOf, requireBot } from './subjects.ts';

const Who = z.object({ user: z.string() });
const ViewCall = Who.extend({ view_id: z.string() });
const Submit = ViewCall.extend({ values: z.record(z.string(), z.unknown()).default({}) });

export function createViewRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.get('/views', (context) => {
    const person = personOf(readQuery(context, Who).user);
    const home = world.views.home(person.id);
    const views = [...(home ? [home] : []), ...world.views.stack(person.id)];
    return context.json({ views: views.map(viewJson) });
  });
  routes.post('/open-home', async (context) => {
    const person = personOf((await readBody(context, Who)).user);
    requireBot(world);
    const home = world.views.home(person.id);
    const delivery = await deliverEvent(world, {
      type: 'app_home_opened',
      user: person.id,
      channel: directMessageId(person),
      tab: 'home',
      ...(home && { view: viewJson(home) }),
    });
    return context.json(outcome(delivery));
  });
  routes.post('/submit', async (context) => {
    const call = await readBody(context, Submit);
    const person = personOf(call.user);
    const view = viewOf(world, person, call.view_id);
    if (world.views.stack(person.id).at(-1)?.id !== view.id) {
      throw new BadCall('view_id: only the modal on top can be submitted');
    }
    if (view.definition.submit === undefined) throw new BadCall('view_id: that modal has no submit button');
    const filled = fillIn(world, view, call.values);
    const errors = clientErrors(filled);
    if (Object.keys(errors).length > 0) {
      return context.json({ ok: true, delivered: false, response_action: 'errors', errors });
    }
    requireBot(world);
    return context.json(await deliverSubmission(world, person, filled));
  });
  routes.post('/close-view', async (context) => {
    const call = await readBody(context, ViewCall);
    const person = personOf(call.user);
    await deliverClosed(world, person, viewOf(world, person, call.view_id));
    return context.json({ ok: true });
  });
  return routes;
}
