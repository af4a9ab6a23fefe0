import { routeFilterId } from '../model/network.ts';
import { isInGroup } from '../model/resource.ts';
import { resourceNotFound } from '../wire/error.ts';
import { toWireGateway, toWireRouteFilter, toWireVirtualNetwork } from '../wire/network.ts';
import { peeringId } from '../wire/peering.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armJson } from './arm-env.ts';

type Wire = { readonly name: string; readonly type: string };

const inGroup = '/subscriptions/:s/resourcegroups/:g/providers/microsoft.network';
const inSubscription = '/subscriptions/:s/providers/microsoft.network';

/** Gateways, virtual networks and route filters: GET and LIST. Azure lists gateways by resource group alone. */
export function addNetworkReads(app: ArmApp, { networks, estate }: ArmDeps): void {
  const gateways = () => networks.gateways().map((ref) => ({ ref, wire: toWireGateway(ref) }));
  const virtualNetworks = () =>
    networks.virtualNetworks().map((ref) => ({ ref, wire: toWireVirtualNetwork(ref) }));
  const routeFilters = () =>
    networks
      .routeFilters()
      .map((ref) => ({ ref, wire: toWireRouteFilter(ref, attached(routeFilterId(ref))) }));

  function attached(filter: string): readonly string[] {
    return estate
      .circuits()
      .flatMap((circuit) =>
        circuit.peerings
          .filter((peering) => peering.routeFilterId?.toLowerCase() === filter.toLowerCase())
          .map((peering) => peeringId(circuit, peering)),
      );
  }

  addReads(app, 'virtualNetworkGateways', gateways);
  addReads(app, 'virtualNetworks', virtualNetworks);
  addReads(app, 'routeFilters', routeFilters);
  for (const [type, all] of [
    ['virtualnetworks', virtualNetworks],
    ['routefilters', routeFilters],
  ] as const) {
    app.get(`${inSubscription}/${type}`, (context) => {
      const wanted = context.var.names.subscription.toLowerCase();
      const found = all().filter(({ ref }) => ref.subscriptionId.toLowerCase() === wanted);
      return armJson(200, { value: found.map(({ wire }) => wire) });
    });
  }
}

function addReads(
  app: ArmApp,
  type: string,
  all: () => readonly { readonly ref: Parameters<typeof isInGroup>[0]; readonly wire: Wire }[],
): void {
  const path = `${inGroup}/${type.toLowerCase()}`;
  const here = (context: ArmContext) => all().filter(({ ref }) => isInGroup(ref, context.var.names));
  app.get(path, (context) => armJson(200, { value: here(context).map(({ wire }) => wire) }));
  app.get(`${path}/:n`, (context) => {
    const { resource, group } = context.var.names;
    const found = here(context).find(({ wire }) => wire.name.toLowerCase() === resource.toLowerCase());
    return found ? armJson(200, found.wire) : resourceNotFound(`Microsoft.Network/${type}`, resource, group);
  });
}
