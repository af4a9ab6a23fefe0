import type { Bus } from '../world/bus.ts';

/** Keeps idle connections alive through whatever sits between. */
const heartbeatMs = 15_000;

/** Server-sent events: one `data:` line for each topic of the bus, for the workspace page. */
export function eventStream(bus: Bus, gone: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = bus.subscribe((topic) => write(`data: ${JSON.stringify(topic)}\n\n`));
      const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs);
      heartbeat.unref();
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
      };
      gone.addEventListener('abort', stop, { once: true });
      write(': connected\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', 'x-accel-buffering': 'no' },
  });
}
