import type { Hono } from 'hono';
import { z } from 'zod';
import { resourceKey } from '../model/resource.ts';
import { emea } from '../seed/subscriptions.ts';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';

const word = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^/]*$/, 'must not contain a slash');

const body = z.strictObject({
  name: word,
  subscriptionId: z.string().default(emea),
  resourceGroup: word.default('rg-net-emea'),
  location: z.string().default('uksouth'),
  sku: z.string().default('ErGw1AZ'),
  type: z.enum(['ExpressRoute', 'Vpn']).default('ExpressRoute'),
  addressPrefixes: z.array(z.string()).min(1).default(['10.100.0.0/16']),
});

/** `POST /gateways {name, …}`: a virtual network gateway, with a virtual network of its own. */
export function addGatewayControl(app: Hono, { estate, networks }: ControlDeps): void {
  app.post('/gateways', (context) =>
    withBody(context.req, body, ({ name, type, sku, addressPrefixes, ...place }) => {
      const known = networks.gateways().some((one) => resourceKey(one) === resourceKey({ ...place, name }));
      if (known) return refused(`${place.resourceGroup} already has a gateway '${name}'.`);
      const { subscriptionId, resourceGroup, location } = place;
      estate.addGroup({ subscriptionId, name: resourceGroup, location });
      const network = `vnet-of-${name}`;
      networks.add({
        virtualNetworks: [
          { ...place, name: network, addressPrefixes, gatewaySubnet: addressPrefixes[0] ?? '' },
        ],
        gateways: [{ ...place, name, sku, gatewayType: type, network }],
      });
      return done({ name });
    }),
  );
}
