import type { Scope, Where } from './grant.ts';

/** Whether a grant on this scope says something about that circuit; about any scope, where no circuit is meant. */
export function covers(scope: Scope, where: Where | undefined): boolean {
  if (where === undefined) return true;
  switch (scope.kind) {
    case 'everything':
      return true;
    case 'subscription':
      return isSame(where.subscriptionId, scope.subscriptionId);
    case 'resource-group':
      return (
        isSame(where.subscriptionId, scope.subscriptionId) && isSame(where.resourceGroup, scope.resourceGroup)
      );
    case 'circuit':
      return where.id === scope.circuitId;
  }
}

/** Azure answers with names in varying casing; scopes are in lower case. */
function isSame(told: string, scoped: string): boolean {
  return told.toLowerCase() === scoped;
}
