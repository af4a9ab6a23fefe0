import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createAzureServer } from '../../../../src/sandbox/azure/azure-server.ts';
import { createRegistryControl } from '../../../../src/sandbox/registry/control/registry-control.ts';
import { seededRegistry } from '../../../../src/sandbox/registry/seed/seed-registry.ts';
import { createRegistryWorld } from '../../../../src/sandbox/registry/world/registry-world.ts';
import { createBus, type Topic } from '../../../../src/sandbox/world/bus.ts';
import { createWorldClock } from '../../../../src/sandbox/world/clock.ts';
import { createFaults } from '../../../../src/sandbox/world/faults.ts';

const token = 'sandbox-token';
const apiVersion = '2024-05-01';

/** The sandbox's Azure on an ephemeral port, its clock standing still until it is moved. */
export async function startAzure() {
  const wall = Date.parse('2026-01-05T03:00:00Z');
  const clock = createWorldClock(() => wall);
  const faults = createFaults();
  const bus = createBus();
  const topics: Topic[] = [];
  bus.subscribe((topic) => topics.push(topic));

  let origin = '';
  const registry = createRegistryWorld(bus, seededRegistry);
  const azure = createAzureServer({ clock, faults, bus, origin: () => origin, token, registry });
  const app = new Hono();
  app.route('/azure/metrics', azure.metrics);
  app.route('/azure', azure.arm);
  app.route('/control/azure', azure.control);
  app.route('/control/registry', createRegistryControl(registry));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.on('listening', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  async function call(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  return {
    azure,
    clock,
    faults,
    topics,
    get origin() {
      return origin;
    },
    /** Any URL, verbatim. */
    call,
    /** An ARM path; api-version is added. */
    arm: (
      method: string,
      path: string,
      body?: unknown,
      version = apiVersion,
      headers: Record<string, string> = {},
    ) => {
      const url = `${origin}/azure${path}${path.includes('?') ? '&' : '?'}api-version=${version}`;
      return call(method, url, body, headers);
    },
    /** `metrics:getBatch` of both metrics, one series for each link, of these circuits. */
    batch: (ids: readonly string[], more: Record<string, string> = {}, subscription = emea) => {
      const query = new URLSearchParams({
        metricnamespace: 'microsoft.network/expressroutecircuits',
        metricnames: 'BgpAvailability,ArpAvailability',
        aggregation: 'average',
        interval: 'PT1M',
        filter: "PeeringType eq '*' and Peer eq '*'",
        top: '1000',
        'api-version': '2024-02-01',
        ...more,
      });
      const url = `${origin}/azure/metrics/subscriptions/${subscription}/metrics:getBatch?${query}`;
      return call('POST', url, { resourceids: ids });
    },
    control: (method: string, path: string, body?: unknown) =>
      call(method, `${origin}/control/azure${path}`, body),
    /** Writes into the registries that Microsoft asks. */
    register: (path: string, body: object) => call('POST', `${origin}/control/registry/${path}`, body),
    close: () =>
      new Promise<void>((resolve) => {
        clock.close();
        server.close(() => resolve());
      }),
  };
}

export type StartedAzure = Awaited<ReturnType<typeof startAzure>>;

export const emea = '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
export const americas = 'a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';

export function circuitPath(name: string, group = 'rg-net-emea', subscription = emea): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/expressRouteCircuits/${name}`;
}
