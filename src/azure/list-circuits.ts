import type { Circuit } from '../domain/circuit/circuit.ts';
import type { CircuitId } from '../domain/circuit/circuit-id.ts';
import type { Listing } from '../domain/circuit/survey.ts';
import { AzureFault } from '../usecases/ports.ts';
import type { ArmClient } from './arm-client.ts';
import { type Page, readPage } from './read-page.ts';
import { networkApiVersion } from './resource-url.ts';

/** More pages than any subscription can fill: a listing that goes on is going round in circles. */
const pageLimit = 1_000;

/** The pages of each subscription's last complete listing. */
export type LastPages = Map<string, readonly Page[]>;

/** Every circuit of a subscription: one GET a page. Complete or thrown, never part of it. */
export async function listCircuits(
  arm: ArmClient,
  subscriptionId: string,
  lastPages: LastPages,
): Promise<Listing> {
  const before = lastPages.get(subscriptionId) ?? [];
  const pages: Page[] = [];
  let url: string | undefined =
    `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Network/expressRouteCircuits?api-version=${networkApiVersion}`;
  while (url !== undefined) {
    if (pages.length === pageLimit)
      throw new AzureFault('unreadable', `Azure's list of circuits did not end after ${pageLimit} pages`);
    const page: Page = readPage(await arm.getText(url), before[pages.length]);
    pages.push(page);
    url = page.nextLink;
  }
  lastPages.set(subscriptionId, pages);
  return toListing(pages);
}

function toListing(pages: readonly Page[]): Listing {
  const circuits: Circuit[] = [];
  const unreadable: CircuitId[] = [];
  for (const { sight } of pages.flatMap(({ items }) => items)) {
    if (typeof sight === 'string') unreadable.push(sight);
    else if (sight) circuits.push(sight);
  }
  return { circuits, unreadable };
}
