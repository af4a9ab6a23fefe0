import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody } from '../../control/bad-call.ts';
import { deliverCommand } from '../deliver/command.ts';
import { app } from '../world/app-identity.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { outcome } from './outcome.ts';
import { channelToWriteIn, personOf, requireBot } from './subjects.ts';

const Command = z.object({
  user: z.string(),
  channel: z.string(),
  command: z.string(),
  text: z.string().max(40_000).default(''),
});

export function createCommandRoutes(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.post('/command', async (context) => {
    const call = await readBody(context, Command);
    const person = personOf(call.user);
    const channel = channelToWriteIn(world, person, call.channel);
    if (!app.commands.includes(call.command)) {
      throw new BadCall(
        `command: ${call.command} is not a command here; there is ${app.commands.join(', ')}`,
      );
    }
    requireBot(world);
    return context.json(outcome(await deliverCommand(world, { ...call, person, channel })));
  });
  return routes;
}
