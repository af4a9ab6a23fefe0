import { circuitId } from '../model/circuit.ts';
import type { GlobalReach } from '../model/global-reach.ts';
import { emea } from './subscriptions.ts';

const privatePeeringOf = (name: string) =>
  `${circuitId({ subscriptionId: emea, resourceGroup: 'rg-net-emea', name })}/peerings/AzurePrivatePeering`;

const londonToFrankfurt = {
  name: 'gr-lon-fra',
  provisioningState: 'Succeeded',
  status: 'Connected',
  addressPrefix: '192.168.240.0/29',
};

/** Made on lon-01. */
export const toFrankfurt: GlobalReach = { ...londonToFrankfurt, peerId: privatePeeringOf('fra-02') };
export const fromLondon: GlobalReach = { ...londonToFrankfurt, peerId: privatePeeringOf('lon-01') };
