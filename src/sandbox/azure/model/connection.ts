import type { Authorization } from './circuit.ts';
import type { ResourceRef } from './resource.ts';
import type { UnknownProperties } from './unknown-properties.ts';

/** A virtual network's gateway joined to a circuit (`Microsoft.Network/connections` of type ExpressRoute). */
export type Connection = ResourceRef & {
  readonly location: string;
  readonly tags?: Readonly<Record<string, string>>;
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
  readonly unknown?: UnknownProperties;
};

/** Whether the authorization was redeemed by this connection. */
export function isRedeemedBy({ connectionId: id }: Authorization, connection: Connection): boolean {
  return id?.toLowerCase() === connectionId(connection).toLowerCase();
}

export function connectionId({ subscriptionId, resourceGroup, name }: ResourceRef): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/connections/${name}`;
}
