import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { playFaults } from '../../world/play-fault.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { refuse } from './reply.ts';

export type SlackEnv = { Bindings: HttpBindings };

/** Plays the faults asked for, in Slack's own words for 429 and 503. */
export function slackFaults(
  world: SlackWorld,
  subject: (context: Context) => string,
): MiddlewareHandler<SlackEnv> {
  return playFaults({
    faults: world.faults,
    clock: world.clock,
    target: 'slack',
    subject,
    throttled: () => Response.json(refuse('ratelimited'), { status: 429 }),
    failed: () => Response.json(refuse('service_unavailable'), { status: 503 }),
  });
}
