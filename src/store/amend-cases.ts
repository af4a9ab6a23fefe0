import type { Case } from '../domain/validation/case/case.ts';
import { historyCaps } from '../usecases/store.ts';
import { amendRevised, withoutOldest } from './amend-revised.ts';

type Cases = ReadonlyMap<string, Case>;

/** A closed one that still has files is not dropped: nobody would remove them. */
export function amendCases(before: Cases, put: readonly Case[] = []): Cases {
  const after = amendRevised(before, 'Case', put);
  return after === before ? before : withoutOldest(after, endOf, historyCaps.cases);
}

function endOf({ closed, files }: Case): number | undefined {
  return closed && (closed.filesRemoved || files.length === 0) ? closed.at : undefined;
}
