/** How the calls of HEARTBEAT_URL go. `reason` does not name the URL: it is a secret to many who use one. */
export type HeartbeatStanding =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'well' }
  | { readonly kind: 'failing'; readonly failures: number; readonly reason: string };
