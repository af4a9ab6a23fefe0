/** A virtual network's gateway joined to a circuit (`Microsoft.Network/connections` of type ExpressRoute). */
export type Connection = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly revision: number;
  readonly provisioningState: string;
  readonly gatewayId: string;
  /** The circuit's id as it was written in the PUT: any casing. */
  readonly peerId: string;
  readonly authorizationKey?: string;
  readonly routingWeight: number;
  readonly fastPath: boolean;
  /** Unknown, Connecting, Connected, NotConnected. */
  readonly connectionStatus: string;
};

export type ConnectionRef = Pick<Connection, 'subscriptionId' | 'resourceGroup' | 'name'>;

export function connectionKey({ subscriptionId, resourceGroup, name }: ConnectionRef): string {
  return `${subscriptionId}/${resourceGroup}/${name}`.toLowerCase();
}

export function connectionId({ subscriptionId, resourceGroup, name }: ConnectionRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/connections/${name}`;
}
