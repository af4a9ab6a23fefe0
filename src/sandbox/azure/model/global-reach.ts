/**
 * Two circuits joined over Microsoft's network, private peering to private peering. Each of the two knows of it: the
 * one that it was made on as a connection, the other as a peered connection.
 */
export type GlobalReach = {
  readonly name: string;
  readonly provisioningState: string;
  /** Connected, Connecting, Disconnected. */
  readonly status: string;
  /** The /29 between the two. */
  readonly addressPrefix: string;
  /** ARM id of the other circuit's peering. */
  readonly peerId: string;
};
