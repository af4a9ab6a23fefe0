import { isOver, type Request } from '../domain/approval/request.ts';
import { historyCaps, StoreConflict } from '../usecases/store.ts';

type Requests = ReadonlyMap<string, Request>;

/** Each must build on the one that is there, or nothing of its transaction happens. Throws StoreConflict. */
export function amendRequests(before: Requests, put: readonly Request[] = []): Requests {
  if (put.length === 0) return before;
  const after = new Map(before);
  for (const request of put) {
    const known = after.get(request.id)?.revision ?? 0;
    if (request.revision !== known + 1) throw movedOn(request, known);
    after.set(request.id, request);
  }
  return capped(after);
}

function movedOn({ id, revision }: Request, known: number): StoreConflict {
  const there = known === 0 ? 'is not there' : `is at revision ${known}`;
  return new StoreConflict(`Request ${id} ${there}, so revision ${revision} does not follow.`);
}

/** Of those that are over, the ones that ended first go first. */
function capped(requests: Requests): Requests {
  const over = [...requests.values()].filter(isOver);
  if (over.length <= historyCaps.requests) return requests;
  const oldest = over.sort((a, b) => endOf(a) - endOf(b)).slice(0, over.length - historyCaps.requests);
  const gone = new Set(oldest.map(({ id }) => id));
  return new Map([...requests].filter(([id]) => !gone.has(id)));
}

function endOf(request: Request): number {
  return 'at' in request ? request.at : 0;
}
