import { app } from './app-identity.ts';

/** The scopes that the workspace has granted the app. An administrator can take some away: the app must be installed anew. */
export interface Grants {
  scopes(): readonly string[];
  has(scope: string): boolean;
  change(scopes: readonly string[]): void;
}

export function createGrants(): Grants {
  let granted = app.scopes;
  return {
    scopes: () => granted,
    has: (scope) => granted.includes(scope),
    change(scopes) {
      granted = [...new Set(scopes)];
    },
  };
}
