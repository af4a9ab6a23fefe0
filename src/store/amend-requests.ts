import { isOver, type Request } from '../domain/approval/request.ts';
import { historyCaps } from '../usecases/store.ts';
import { amendRevised, withoutOldest } from './amend-revised.ts';

type Requests = ReadonlyMap<string, Request>;

export function amendRequests(before: Requests, put: readonly Request[] = []): Requests {
  const after = amendRevised(before, 'Request', put);
  return after === before ? before : withoutOldest(after, endOf, historyCaps.requests);
}

function endOf(request: Request): number | undefined {
  if (!isOver(request)) return undefined;
  return 'at' in request ? request.at : 0;
}
