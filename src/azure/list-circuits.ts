import { createHash } from 'node:crypto';
import type { Circuit } from '../domain/circuit/circuit.ts';
import { type CircuitId, parseCircuitAddress } from '../domain/circuit/circuit-id.ts';
import type { Listing } from '../domain/circuit/survey.ts';
import { AzureFault } from '../usecases/ports.ts';
import type { ArmClient } from './arm-client.ts';
import { CircuitWire, PageWire } from './circuit-wire.ts';
import { toCircuit } from './to-circuit.ts';

/** Has `advertisedPublicPrefixInfo` and every ExpressRoute field known; newest stable (facts/azure.md 1.1). */
export const networkApiVersion = '2026-01-01';

/** More pages than any subscription can fill: a listing that goes on is going round in circles. */
const pageLimit = 1_000;

/** Pages of the last poll by their text, so that a page that did not change is not read again. */
export type PageCache = Map<string, { readonly digest: string; readonly page: Page }>;
type Page = Listing & { readonly nextLink?: string };

/** Every circuit of a subscription: one GET a page. Complete or thrown, never part of it. */
export async function listCircuits(
  arm: ArmClient,
  subscriptionId: string,
  cache: PageCache,
): Promise<Listing> {
  const circuits: Circuit[] = [];
  const unreadable: CircuitId[] = [];
  let url: string | undefined =
    `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Network/expressRouteCircuits?api-version=${networkApiVersion}`;
  for (let count = 0; url !== undefined; count++) {
    if (count === pageLimit)
      throw new AzureFault('unreadable', `Azure's list of circuits did not end after ${count} pages`);
    const page: Page = readCached(`${subscriptionId} ${count}`, await arm.getText(url), cache);
    circuits.push(...page.circuits);
    unreadable.push(...page.unreadable);
    url = page.nextLink;
  }
  return { circuits, unreadable };
}

function readCached(key: string, text: string, cache: PageCache): Page {
  const digest = createHash('sha1').update(text).digest('base64');
  const old = cache.get(key);
  if (old?.digest === digest) return old.page;
  const page = readPage(text);
  cache.set(key, { digest, page });
  return page;
}

function readPage(text: string): Page {
  const parsed = PageWire.safeParse(parseJson(text));
  if (!parsed.success) throw new AzureFault('unreadable', "Azure's list of circuits could not be understood");
  const circuits: Circuit[] = [];
  const unreadable: CircuitId[] = [];
  for (const item of parsed.data.value) {
    const read = readCircuit(item);
    if (read === undefined) continue;
    if (typeof read === 'string') unreadable.push(read);
    else circuits.push(read);
  }
  return { circuits, unreadable, nextLink: parsed.data.nextLink || undefined };
}

/** A circuit; its id when the rest cannot be understood; undefined when not even that is there. */
function readCircuit(item: unknown): Circuit | CircuitId | undefined {
  const wire = CircuitWire.safeParse(item);
  const address = parseCircuitAddress(wire.success ? wire.data.id : idOf(item));
  if (!address.ok) return undefined;
  return wire.success ? toCircuit(wire.data, address.value) : address.value.id;
}

function idOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id
    : '';
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AzureFault('unreadable', 'Azure answered with something that is not JSON', { cause });
  }
}
