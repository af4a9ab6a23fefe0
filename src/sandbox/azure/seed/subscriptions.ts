import type { ResourceGroup, Subscription } from '../estate.ts';

export const emea = '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
export const americas = 'a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';

export const subscriptions: readonly Subscription[] = [
  { subscriptionId: emea, displayName: 'Contoso Network EMEA' },
  { subscriptionId: americas, displayName: 'Contoso Network Americas' },
];

export const resourceGroups: readonly ResourceGroup[] = [
  { subscriptionId: emea, name: 'rg-net-emea', location: 'westeurope' },
  { subscriptionId: emea, name: 'rg-net-emea-dr', location: 'uksouth' },
  { subscriptionId: americas, name: 'rg-net-amer', location: 'eastus' },
  { subscriptionId: americas, name: 'rg-net-legacy', location: 'eastus' },
];
