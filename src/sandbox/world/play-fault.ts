import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { WorldClock } from './clock.ts';
import type { Fault, Faults, FaultTarget } from './faults.ts';

type Env = { Bindings: HttpBindings };

export type FaultPlay = {
  readonly faults: Faults;
  readonly clock: WorldClock;
  readonly target: FaultTarget;
  /** What a fault's `match` is compared with, for instance `chat.postMessage` or `GET /subscriptions/…`. */
  readonly subject: (context: Context) => string;
  /** The server's own words for 429 (Retry-After is added here) and 503. */
  readonly throttled: (fault: Fault) => Response;
  readonly failed: () => Response;
};

const playable = ['throttle', 'error', 'delay', 'hang', 'drop', 'lose-answer'] as const;

/** Plays the faults that fit a request, before or instead of the real handler. */
export function playFaults(play: FaultPlay): MiddlewareHandler<Env> {
  return createMiddleware<Env>(async (context, next) => {
    const fault = play.faults.take(play.target, play.subject(context), playable);
    switch (fault?.kind) {
      case 'throttle': {
        const answer = play.throttled(fault);
        answer.headers.set('retry-after', String(fault.retryAfter ?? 1));
        return answer;
      }
      case 'error':
        return play.failed();
      case 'hang':
        return new Promise<Response>(() => {});
      case 'delay':
        await new Promise<void>((resolve) => play.clock.after(fault.delayMs ?? 5_000, resolve));
        return next();
      case 'drop':
        return cut(context);
      case 'lose-answer':
        await next();
        return cut(context);
      default:
        return next();
    }
  });
}

/** Ends the connection as a network would: the caller sees a reset, never an answer. */
function cut(context: Context<Env>): Promise<Response> {
  context.env.incoming.socket.destroy();
  return new Promise<Response>(() => {});
}
