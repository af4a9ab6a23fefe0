import type { Circuit } from '../../../src/sandbox/azure/model/circuit.ts';
import { circuitListItem } from '../../../src/sandbox/azure/wire/circuit.ts';
import { toWireList } from '../../../src/sandbox/azure/wire/json.ts';
import { benchCircuit, withNewBandwidth, withNewEtag } from './circuits.ts';
import type { Move } from './page-protocol.ts';

const pageLength = 100;

export type Estate = {
  /** Ready to send, by the path and query under which they are asked for. */
  readonly pages: ReadonlyMap<string, Buffer>;
  readonly circuits: ReadonlyMap<string, readonly Circuit[]>;
};

/** `count` circuits, shared out evenly. */
export function newEstate(subscriptionIds: readonly string[], count: number, origin: string): Estate {
  const each = count / subscriptionIds.length;
  const circuits = subscriptionIds.map(
    (id) => [id, Array.from({ length: each }, (_, index) => benchCircuit(id, index))] as const,
  );
  return withPages(new Map(circuits), origin);
}

/** The estate after a move; `turn` decides which one in a hundred changes. */
export function moveEstate({ circuits }: Estate, move: Move, turn: number, origin: string): Estate {
  const moved = (circuit: Circuit, index: number) => {
    if (move === 'all-texts') return withNewEtag(circuit);
    return index % 100 === turn % 100 ? withNewBandwidth(circuit) : circuit;
  };
  return withPages(new Map([...circuits].map(([id, list]) => [id, list.map(moved)])), origin);
}

function withPages(circuits: Estate['circuits'], origin: string): Estate {
  return { circuits, pages: new Map([...circuits].flatMap(([id, list]) => pagesOf(id, list, origin))) };
}

function pagesOf(id: string, circuits: readonly Circuit[], origin: string): readonly [string, Buffer][] {
  const path = `/subscriptions/${id}/providers/Microsoft.Network/expressRouteCircuits?api-version=2026-01-01`;
  const urlOf = (page: number) => (page === 0 ? path : `${path}&$skiptoken=${page}`);
  const count = Math.ceil(circuits.length / pageLength);
  return Array.from({ length: count }, (_, page) => {
    const items = circuits.slice(page * pageLength, (page + 1) * pageLength);
    const text = toWireList(
      items.map((circuit) => circuitListItem(circuit, true)),
      page + 1 < count ? `${origin}${urlOf(page + 1)}` : undefined,
    );
    return [urlOf(page), Buffer.from(text)];
  });
}
