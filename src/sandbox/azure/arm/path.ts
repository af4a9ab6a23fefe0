/** The part of a URL that ARM sees: from `/subscriptions` or `/providers` on, wherever the server is mounted. */
export function armPath(url: string): string {
  const { pathname } = new URL(url);
  const start = mountLength(pathname);
  return pathname.slice(start) || '/';
}

/** What stands before ARM's own path, as `/azure`: the links that ARM writes begin with it. */
export function mountPoint(url: string): string {
  const { pathname } = new URL(url);
  return pathname.slice(0, mountLength(pathname));
}

function mountLength(pathname: string): number {
  const start = pathname.search(/\/(subscriptions|providers)(\/|$)/i);
  return start === -1 ? 0 : start;
}

export type ResourceNames = {
  readonly subscription: string;
  readonly group: string;
  readonly circuit: string;
  readonly peering: string;
  readonly authorization: string;
  /** Of a gateway to a circuit, or between two circuits. */
  readonly connection: string;
  /** A gateway, a virtual network, a route filter. */
  readonly resource: string;
  readonly operation: string;
};

/** The names in a path, in the casing in which they were written; routing itself pays no regard to casing. */
export function resourceNames(path: string): ResourceNames {
  const segments = path.split('/').slice(1).map(decodeSegment);
  const after = (...types: string[]) => {
    const at = segments.findIndex((segment) => types.includes(segment.toLowerCase()));
    return at === -1 ? '' : (segments[at + 1] ?? '');
  };
  return {
    subscription: after('subscriptions'),
    group: after('resourcegroups'),
    circuit: after('expressroutecircuits'),
    peering: after('peerings'),
    authorization: after('authorizations'),
    connection: after('connections', 'peerconnections'),
    resource: after('virtualnetworkgateways', 'virtualnetworks', 'routefilters'),
    operation: after('operations', 'operationresults'),
  };
}

export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
