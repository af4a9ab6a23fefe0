import { americas, emea } from './start-azure.ts';

const network = (subscription: string, group: string) =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network`;
export const emeaNetwork = network(emea, 'rg-net-emea');
export const recoveryNetwork = network(emea, 'rg-net-emea-dr');
export const americasNetwork = network(americas, 'rg-net-amer');

/** The body with which a gateway is joined to a circuit. */
export function aLink(
  circuit: string,
  gateway = `${emeaNetwork}/virtualNetworkGateways/gw-spoke-uk`,
  more: object = {},
  location = 'uksouth',
) {
  return {
    location,
    properties: {
      connectionType: 'ExpressRoute',
      virtualNetworkGateway1: { id: gateway },
      peer: { id: circuit },
      ...more,
    },
  };
}
