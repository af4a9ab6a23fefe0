import type { ResourceGroup, Subscription } from '../estate.ts';
import { guidOf } from '../guid.ts';
import { armError } from '../wire/error.ts';
import { type ArmApp, type ArmDeps, armJson } from './arm-env.ts';

export function addSubscriptionReads(app: ArmApp, { estate }: ArmDeps): void {
  app.get('/subscriptions', () => {
    const count = { type: 'Total', value: estate.subscriptions.length };
    return armJson(200, { value: estate.subscriptions.map(toWireSubscription), count });
  });
  app.get('/subscriptions/:s', (context) => {
    const wanted = context.var.names.subscription.toLowerCase();
    const found = estate.subscriptions.find(({ subscriptionId }) => subscriptionId.toLowerCase() === wanted);
    if (found) return armJson(200, toWireSubscription(found));
    return armError(404, { code: 'SubscriptionNotFound', message: 'The subscription could not be found.' });
  });
  app.get('/subscriptions/:s/resourcegroups', (context) => {
    const wanted = context.var.names.subscription.toLowerCase();
    const groups = estate.groups.filter(({ subscriptionId }) => subscriptionId.toLowerCase() === wanted);
    return armJson(200, { value: groups.map(toWireGroup) });
  });
}

function toWireSubscription({ subscriptionId, displayName }: Subscription) {
  const tenantId = guidOf('tenant');
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}

function toWireGroup({ subscriptionId, name, location }: ResourceGroup) {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    properties: { provisioningState: 'Succeeded' },
  };
}
