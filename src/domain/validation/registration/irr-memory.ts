import type { IrrSight, RouteObject } from '../evidence.ts';
import type { IrrMemory, Standing } from './registration.ts';
import type { Turn } from './turn.ts';

/** So many objects of one server and prefix are kept. Ours. */
const routesKept = 20;

type Route = IrrMemory['routes'][number];

/** Undefined: it never said anything. Servers that are asked no more are forgotten, and what was there with them. */
export function rememberIrr(
  before: IrrMemory | undefined,
  sight: IrrSight,
  turn: Turn,
): IrrMemory | undefined {
  const { server, told } = sight;
  const now =
    told.kind === 'told'
      ? { server, at: told.at, routes: kept(told.value, turn), had: before?.had ?? [] }
      : before;
  return now && { ...now, had: hadAfter(now, turn) };
}

function hadAfter(
  { routes, had }: IrrMemory,
  { prefix, asn, isAccepted, isFresh }: Turn,
): readonly Standing[] {
  if (!isAccepted) return isFresh ? [] : had;
  return united(isFresh ? [] : had, standings(routes, prefix, asn));
}

/** Where an AS number stands among route objects, once for each source. */
export function standings(routes: readonly Route[], prefix: string, asn: number): readonly Standing[] {
  const ours = routes.filter(({ origin }) => origin === asn);
  return united(
    [],
    ours.map((route) => ({ source: route.source, isExact: route.prefix === prefix })),
  );
}

function united(a: readonly Standing[], b: readonly Standing[]): readonly Standing[] {
  const all = [...a, ...b];
  return [...new Set(all.map(({ source }) => source))].sort().map((source) => ({
    source,
    isExact: all.some((standing) => standing.source === source && standing.isExact),
  }));
}

/** Without maintainers, each once, in a fixed order: ours first, then those for exactly the prefix. */
function kept(routes: readonly RouteObject[], { prefix, asn }: Turn): readonly Route[] {
  const byText = new Map(
    routes.map((route) => [`${route.source} ${route.origin} ${route.prefix}`, bare(route)] as const),
  );
  const rank = (route: Route) => (route.origin === asn ? 0 : 2) + (route.prefix === prefix ? 0 : 1);
  return [...byText]
    .sort(([a, one], [b, other]) => rank(one) - rank(other) || (a < b ? -1 : 1))
    .slice(0, routesKept)
    .map(([, route]) => route);
}

function bare({ prefix, origin, source }: RouteObject): Route {
  return { prefix, origin, source };
}
