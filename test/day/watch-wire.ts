import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { z } from 'zod';

/** What is asked of Azure, by what it is for. */
export const azureCalls = ['list', 'metrics', 'edge', 'graph', 'other'] as const;
export type AzureCall = (typeof azureCalls)[number];

/** A call of Slack's Web API as it went over the wire. */
export type SlackCall = { readonly method: string; readonly body: URLSearchParams; readonly answer: string };

const Asked = z.object({ request: z.custom<ClientRequest>() });
const Fetched = z.object({ request: z.custom<{ path: string }>(), chunk: z.custom<Uint8Array>().optional() });
type Fetched = z.infer<typeof Fetched>;

export type Wire = {
  readonly azure: Readonly<Record<AzureCall, number>>;
  /** Something was asked and is not answered yet. */
  readonly isBusy: () => boolean;
};

/**
 * Looks on while this process calls Azure (over node:http) and Slack (over fetch), through Node's own channels: nothing
 * stands between.
 */
export function watchWire(noteSlack: (call: SlackCall) => void): Wire {
  const azure: Record<AzureCall, number> = { list: 0, metrics: 0, edge: 0, graph: 0, other: 0 };
  const open = new Set<unknown>();
  subscribe('http.client.request.start', (message) => {
    const { request } = Asked.parse(message);
    if (!request.path.startsWith('/azure')) return;
    azure[azureCallOf(request.path)] += 1;
    open.add(request);
    request.once('close', () => open.delete(request));
  });
  watchFetch(open, noteSlack);
  return { azure, isBusy: () => open.size > 0 };
}

function azureCallOf(path: string): AzureCall {
  if (path.includes('metrics:getBatch')) return 'metrics';
  if (/\/(?:routeTablesSummary|arpTables)\/|\/operationResults\//iu.test(path)) return 'edge';
  if (path.includes('Microsoft.ResourceGraph')) return 'graph';
  return /\/expressRouteCircuits\?/iu.test(path) ? 'list' : 'other';
}

function watchFetch(open: Set<unknown>, noteSlack: (call: SlackCall) => void): void {
  const sent = new WeakMap<object, string>();
  const received = new WeakMap<object, string>();
  const grow = (texts: WeakMap<object, string>) => (message: unknown) => {
    const { request, chunk = [] } = Fetched.parse(message);
    if (isSlack(request)) texts.set(request, (texts.get(request) ?? '') + Buffer.from(chunk).toString());
  };
  const end = (message: unknown) => {
    const { request } = Fetched.parse(message);
    open.delete(request);
    if (!isSlack(request)) return;
    const method = request.path.replace(slackPath, '');
    noteSlack({
      method,
      body: new URLSearchParams(sent.get(request)),
      answer: received.get(request) ?? '',
    });
  };
  subscribe('undici:request:create', (message) => {
    const { request } = Fetched.parse(message);
    if (isSlack(request)) open.add(request);
  });
  subscribe('undici:request:bodyChunkSent', grow(sent));
  subscribe('undici:request:bodyChunkReceived', grow(received));
  subscribe('undici:request:trailers', end);
  subscribe('undici:request:error', end);
}

const slackPath = '/slack/api/';

function isSlack({ path }: Fetched['request']): boolean {
  return path.startsWith(slackPath);
}
