import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { listen } from '../../../../src/sandbox/control/listen.ts';
import { startRegistryServer } from '../../../../src/sandbox/registry/registry-server.ts';
import { createBus, type Topic } from '../../../../src/sandbox/world/bus.ts';
import { createWorldClock } from '../../../../src/sandbox/world/clock.ts';
import { createFaults } from '../../../../src/sandbox/world/faults.ts';
import { converse } from './converse.ts';

const Said = z.object({ ok: z.boolean().optional(), error: z.string().optional() });

/** The sandbox's registries alone, on ephemeral ports, at the present time. */
export async function startRegistry() {
  const clock = createWorldClock();
  const faults = createFaults();
  const bus = createBus();
  const topics: Topic[] = [];
  bus.subscribe((topic) => topics.push(topic));
  let origin = '';
  const registry = await startRegistryServer({ clock, faults, bus, origin: () => origin });
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/registry', registry.http);
  app.route('/control/registry', registry.control);
  const server = await listen(app, 0);
  origin = server.url;
  const [mirror = '', ripe = ''] = (registry.environment().IRR_SERVERS ?? '').split(',');
  const portOf = (address: string) => Number(/:(\d+)/u.exec(address)?.[1]);

  return {
    registry,
    clock,
    faults,
    topics,
    origin,
    /** The mirror of all registries, an IRRd. */
    irrdPort: portOf(mirror),
    /** RIPE's own server. */
    ripePort: portOf(ripe),
    /** What the mirror answers to these lines, sent at once. */
    irrd: (...lines: readonly string[]) => converse(portOf(mirror), lines),
    ripe: (...lines: readonly string[]) => converse(portOf(ripe), lines),
    http: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${origin}/registry/${path}`, { headers }),
    async register(path: string, body: object) {
      const response = await fetch(`${origin}/control/registry/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return { status: response.status, ...Said.parse(await response.json()) };
    },
    async close() {
      clock.close();
      await registry.close();
      await server.close();
    },
  };
}

export type StartedRegistry = Awaited<ReturnType<typeof startRegistry>>;
