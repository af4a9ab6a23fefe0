import type { CircuitFilter } from '../circuit/filter.ts';
import type { Scope, Where } from './grant.ts';
import { covers } from './scope.ts';

/** Whether a circuit is within any of the scopes that a person may look at. */
export function isInSight(scopes: readonly Scope[], where: Where): boolean {
  return scopes.some((scope) => covers(scope, where));
}

/**
 * Whether all that such a filter can ever fit is in sight, circuits that are yet to come included. Only `subscription:`
 * with a whole id narrows exactly as a scope does; the other filters go by parts of names and by tags.
 */
export function isFilterInSight(scopes: readonly Scope[], filter: CircuitFilter): boolean {
  return scopes.some(
    (scope) =>
      scope.kind === 'everything' ||
      (scope.kind === 'subscription' &&
        filter.some(
          ({ key, value }) => key === 'subscription' && value.trim().toLowerCase() === scope.subscriptionId,
        )),
  );
}
