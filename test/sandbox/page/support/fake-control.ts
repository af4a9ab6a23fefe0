/** The control API as far as the page uses it, with canned answers; what the page asked for is kept. */
import { Hono } from 'hono';
import { z } from 'zod';
import { eventStream } from '../../../../src/sandbox/control/event-stream.ts';
import type { Message, View } from '../../../../src/sandbox/page/client/data/wire.ts';
import { createBus } from '../../../../src/sandbox/world/bus.ts';
import { everyInput, home } from './canned-blocks.ts';
import { cannedWorld } from './canned-world.ts';

const Body = z.looseObject({
  user: z.string().default(''),
  channel: z.string().default(''),
  text: z.string().default(''),
});
type Body = z.infer<typeof Body>;
export type Call = { readonly path: string; readonly body: Body };
type Kept = Message & { readonly channel: string; readonly to?: string };

const Values = z.looseObject({ name: z.object({ text: z.object({ value: z.string().nullable() }) }) });

export function createFakeControl() {
  const app = new Hono();
  const bus = createBus();
  const calls: Call[] = [];
  const messages: Kept[] = [];
  const views = new Map<string, readonly View[]>();
  const streams = new Set<TransformStreamDefaultController>();
  let last = Math.floor(Date.now() / 1_000);

  function post(channel: string, message: Partial<Kept>): void {
    last += 1;
    messages.push({ ts: `${last}.000000`, user: 'U0TRUNKBOT', bot: true, text: '', channel, ...message });
    bus.publish({ topic: 'messages', channel });
  }

  function show(user: string, shown: readonly View[]): void {
    views.set(user, shown);
    bus.publish({ topic: 'views', user });
  }

  const deeds: Readonly<Record<string, (body: Body) => object>> = {
    '/control/slack/command'({ user, channel, text }) {
      if (text === 'break') return { ok: false, error: 'operation_timeout' };
      post(channel, { text: `answer to ${text}`, ephemeral: true, to: user });
      return { ok: true };
    },
    '/control/slack/message'({ user, channel, text, thread_ts: thread }) {
      post(channel, { user, text, bot: false, ...(typeof thread === 'string' && { thread_ts: thread }) });
      return { ok: true };
    },
    '/control/slack/action'({ user, action_id: action }) {
      if (action === 'configure') show(user, [everyInput]);
      return { ok: true };
    },
    '/control/slack/submit'({ user, values }) {
      if (Values.parse(values).name.text.value !== 'lon-03') {
        return { ok: true, response_action: 'errors', errors: { name: 'That name is taken.' } };
      }
      show(user, []);
      return { ok: true, response_action: 'close' };
    },
    '/control/slack/close-view'({ user }) {
      show(user, []);
      return { ok: true };
    },
    '/control/slack/open-home'({ user }) {
      show(user, [home]);
      return { ok: true };
    },
  };

  app.get('/control/world', (context) => context.json(cannedWorld(Date.now())));
  app.get('/control/events', (context) => {
    const news = eventStream(bus, context.req.raw.signal);
    const cuttable = new TransformStream({ start: (stream) => void streams.add(stream) });
    return new Response(news.body?.pipeThrough(cuttable), { headers: news.headers });
  });
  app.get('/control/slack/messages', (context) => {
    const { channel, user } = context.req.query();
    return context.json({
      messages: messages.filter((one) => one.channel === channel && (one.to ?? user) === user),
    });
  });
  app.get('/control/slack/views', (context) =>
    context.json({ views: views.get(context.req.query('user') ?? '') ?? [] }),
  );
  app.get('/control/slack/options', (context) =>
    context.json({
      options: [
        { text: { type: 'plain_text', text: `found ${context.req.query('value')}` }, value: 'found' },
      ],
    }),
  );
  app.post('/control/*', async (context) => {
    const { path } = context.req;
    const body = Body.parse(await context.req.json());
    calls.push({ path, body });
    if (path === '/control/poll') return context.json({ error: 'no bot is connected' }, 400);
    return context.json(deeds[path]?.(body) ?? { ok: true });
  });

  return {
    app,
    post,
    /** The calls to this path, below `/control/`. */
    callsTo: (path: string) =>
      calls.filter((call) => call.path === `/control/${path}`).map(({ body }) => body),
    /** Cuts the page's event streams, as a network does. */
    cutNews(): void {
      for (const stream of streams) stream.terminate();
      streams.clear();
    },
  };
}

export type FakeControl = ReturnType<typeof createFakeControl>;
