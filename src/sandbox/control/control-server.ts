import { Hono } from 'hono';
import { z } from 'zod';
import type { Bus } from '../world/bus.ts';
import type { WorldClock } from '../world/clock.ts';
import { type Fault, type Faults, faultKinds, faultTargets } from '../world/faults.ts';
import { answerError, readBody } from './bad-call.ts';
import { eventStream } from './event-stream.ts';
import { pollBot } from './poll.ts';

export type ControlDeps = {
  readonly clock: WorldClock;
  readonly faults: Faults;
  readonly bus: Bus;
  /** People, channels, circuits, links: what the servers know of the world. */
  readonly world: () => object;
  /** The connected bot's operations address. */
  readonly opsUrl: () => string | undefined;
};

const FaultCall = z.object({
  target: z.enum(faultTargets),
  kind: z.enum(faultKinds),
  match: z.string().optional(),
  times: z.int().min(1).optional(),
  retryAfter: z.int().min(0).max(3_600).optional(),
  delayMs: z.int().min(0).max(3_600_000).optional(),
});

const yearMs = 366 * 86_400_000;
const ClockCall = z.object({ advanceMs: z.int().min(0).max(yearMs) });

/** `/control`: what belongs to no single server of the sandbox. */
export function createControlServer(deps: ControlDeps): Hono {
  const control = new Hono();
  control.onError(answerError);
  control.get('/world', (context) =>
    context.json({ now: deps.clock.now(), tickets: [], faults: deps.faults.list(), ...deps.world() }),
  );
  control.get('/events', (context) => eventStream(deps.bus, context.req.raw.signal));
  control.post('/faults', async (context) => {
    deps.faults.add(given(await readBody(context, FaultCall)));
    deps.bus.publish({ topic: 'world' });
    return context.json({ ok: true, faults: deps.faults.list() });
  });
  control.post('/clock', async (context) => {
    deps.clock.advance((await readBody(context, ClockCall)).advanceMs);
    deps.bus.publish({ topic: 'world' });
    return context.json({ ok: true, now: deps.clock.now() });
  });
  control.post('/poll', () => pollBot(deps.opsUrl()));
  return control;
}

/** Without the fields that were left out. */
function given({ target, kind, match, times, retryAfter, delayMs }: z.infer<typeof FaultCall>): Fault {
  return {
    target,
    kind,
    ...(match !== undefined && { match }),
    ...(times !== undefined && { times }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(delayMs !== undefined && { delayMs }),
  };
}
