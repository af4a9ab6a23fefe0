import type { Estate } from '../estate.ts';
import { orderFinished, orderTaken, type ProviderPlans, takenDown } from '../live/provider-plans.ts';
import type { Networks } from '../networks.ts';
import { americasCircuits } from './americas.ts';
import { seededConnections } from './connections.ts';
import { emeaCircuits } from './emea.ts';
import { seededNetworks } from './networks.ts';
import { americas, emea, resourceGroups } from './subscriptions.ts';

/** Makes the world as it is at every start, and sets the providers to work. */
export function plant(estate: Estate, networks: Networks, plans: ProviderPlans): void {
  for (const group of resourceGroups) estate.addGroup(group);
  networks.add(seededNetworks());
  estate.addCircuits([...emeaCircuits(), ...americasCircuits()]);
  for (const connection of seededConnections()) estate.putConnection(connection);
  plans.follow({ subscriptionId: emea, resourceGroup: 'rg-net-emea', name: 'lon-02' }, orderFinished);
  plans.follow({ subscriptionId: americas, resourceGroup: 'rg-net-amer', name: 'nyc-02' }, takenDown);
  plans.follow({ subscriptionId: americas, resourceGroup: 'rg-net-amer', name: 'sea-01' }, orderTaken);
}
