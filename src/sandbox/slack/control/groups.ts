import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody } from '../../control/bad-call.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { personOf } from './subjects.ts';

const Members = z.object({ users: z.array(z.string()) });

/** Who belongs to a user group from now on. */
export function createGroupRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.put('/groups/:id', async (context) => {
    const { users } = await readBody(context, Members);
    const id = context.req.param('id');
    if (!world.userGroups.find(id)) {
      const ids = world.userGroups.list().map((group) => group.id);
      throw new BadCall(`group: there is no user group ${id}; there are ${ids.join(', ')}`);
    }
    world.userGroups.change(id, [...new Set(users.map((user) => personOf(user).id))]);
    return context.json({ ok: true, group: world.userGroups.find(id) });
  });
  return routes;
}
