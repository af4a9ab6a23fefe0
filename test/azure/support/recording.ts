import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Json } from './wire.ts';

const Body = z.record(z.string(), z.unknown());
const Recording = z.array(
  z.object({ i: z.number(), method: z.string(), uri: z.string(), responseBody: z.unknown() }),
);
const List = z.object({ value: z.array(Body) });

/** A moment of the recording: what a LIST of the subscription would have shown right after it. */
export type Moment = { readonly at: number; readonly circuits: readonly Json[] };

/**
 * Walks the recorded life of one circuit. Azure answered for the circuit, its peerings and its authorizations each by
 * itself; a LIST shows them in one body, so the last answer for each part is put into the circuit.
 */
export function recordedLife(): readonly Moment[] {
  const path = new URL('../../fixtures/azure/recordings/express-route-2020.json', import.meta.url);
  const world: World = { circuit: undefined, peerings: new Map(), authorizations: new Map() };
  return Recording.parse(JSON.parse(readFileSync(path, 'utf8'))).flatMap(
    ({ i, method, uri, responseBody }) => {
      if (method !== 'GET' && method !== 'PUT') return [];
      const told = learn(world, new URL(uri).pathname, responseBody);
      return told ? [{ at: i, circuits: shown(world) }] : [];
    },
  );
}

type World = {
  circuit: Json | undefined;
  peerings: Map<string, Json>;
  authorizations: Map<string, Json>;
};

const below =
  /\/providers\/Microsoft\.Network\/expressRouteCircuits(?:\/[^/]+(?:\/(peerings|authorizations)(?:\/[^/]+)?)?)?$/u;

/** Returns false for what says nothing of the circuit: operations, statistics, route tables. */
function learn(world: World, pathname: string, body: unknown): boolean {
  const match = below.exec(pathname);
  if (!match) return false;
  const list = List.safeParse(body);
  const items = list.success ? list.data.value : [Body.parse(body)];
  const part = match[1] === 'peerings' || match[1] === 'authorizations' ? world[match[1]] : undefined;
  if (!part) world.circuit = items[0];
  if (part && list.success) part.clear();
  if (part) for (const item of items) part.set(String(item.name), item);
  return true;
}

function shown({ circuit, peerings, authorizations }: World): readonly Json[] {
  if (!circuit) return [];
  const properties = Body.parse(circuit.properties);
  const parts = { peerings: [...peerings.values()], authorizations: [...authorizations.values()] };
  return [{ ...circuit, properties: { ...properties, ...parts } }];
}
