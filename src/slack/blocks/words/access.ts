import type { Scope } from '../../../domain/access/grant.ts';
import { type Role, roles } from '../../../domain/access/role.ts';
import { parseCircuitAddress } from '../../../domain/circuit/circuit-id.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { listed } from './units.ts';

/** Where a grant holds. */
export function scopeWords(scope: Scope): Mrkdwn {
  switch (scope.kind) {
    case 'everything':
      return md`every circuit`;
    case 'subscription':
      return md`subscription ${scope.subscriptionId}`;
    case 'resource-group':
      return md`resource group ${scope.resourceGroup} of subscription ${scope.subscriptionId}`;
    case 'circuit': {
      const address = parseCircuitAddress(scope.circuitId);
      return address.ok ? md`circuit ${address.value.resourceGroup}/${address.value.name}` : md`one circuit`;
    }
  }
}

/** `operator`, or `operator or approver`. That an admin has every role needs no saying. */
export function roleWords(wanted: readonly Role[]): string {
  const below = roles.filter((role) => role !== 'admin' && wanted.includes(role));
  return below.length > 0 ? listed(below, 'or') : 'admin';
}
