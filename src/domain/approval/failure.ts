import type { Failure, StaleReason } from './request.ts';

/** Codes of failures that are ours; all others are Azure's. */
export const ownFailureCodes = [
  'LockedTooLong',
  'ChangedTooOften',
  'NoEffect',
  'NoAnswer',
  'NoEnd',
  'ChangedMeanwhile',
  'RefusedMeanwhile',
  'NotAllowedAnyMore',
] as const;

export function ownFailure(code: (typeof ownFailureCodes)[number], message: string): Failure {
  return { code, message, details: [] };
}

/** A request that cannot go on after some of its steps are done. */
export function staleFailure(why: StaleReason): Failure {
  switch (why.kind) {
    case 'changed':
      return {
        ...ownFailure('ChangedMeanwhile', 'The circuit has changed since this was approved.'),
        details: why.changes.map(
          ({ field, before, after }) => `${field}: ${before || '–'} → ${after || '–'}`,
        ),
      };
    case 'refused':
      return ownFailure('RefusedMeanwhile', why.sentence);
    case 'not-allowed':
      return ownFailure('NotAllowedAnyMore', 'Somebody who asked for this or approved it lost the role.');
  }
}
