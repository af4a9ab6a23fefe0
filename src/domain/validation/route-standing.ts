import { networkAround } from '../peering/addresses.ts';
import { canonicalText } from '../peering/network.ts';
import { noRegistry } from '../peering/registry.ts';
import type { IrrSight, RouteObject } from './evidence.ts';
import type { RouteReason } from './preflight-reason.ts';
import {
  azureRegistryOf,
  believedObjects,
  irrSourceOf,
  isSourceTold,
  isUnauthenticated,
} from './routing-sources.ts';

/**
 * What the routing registries make of a prefix and its origin. `exact`: it is registered as Azure looks for it.
 * `other-origin`: for others only. `untold`: who would know was silent. `unasked`: Azure is told to look nowhere.
 */
export type RouteStanding = {
  readonly kind: 'exact' | 'other-origin' | 'none' | 'untold' | 'unasked';
  /** Where Azure looks, as the IRR calls it. */
  readonly source: string | undefined;
  /** Who is named there for exactly this prefix. */
  readonly origins: readonly number[];
  /** The registry, as Azure calls it, where the right object stands though the peering does not name it. */
  readonly elsewhere: string | undefined;
  readonly reasons: readonly [RouteReason, ...RouteReason[]];
};

export type Routes = {
  /** Canonical. */
  readonly prefix: string;
  readonly origin: number;
  /** As the peering names it; absent: Azure's default, which is none. */
  readonly registry: string | undefined;
  readonly irr: readonly IrrSight[];
};

export function routeStanding(routes: Routes): RouteStanding {
  const { prefix, origin, registry = noRegistry, irr } = routes;
  const objects = believedObjects(irr);
  const exact = objects.filter((object) => canonicalText(object.prefix) === prefix);
  const source = irrSourceOf(registry);
  const here = exact.filter((object) => object.source === source);
  const away = exact.filter((object) => object.source !== source && object.origin === origin);
  const origins = [...new Set(here.map((object) => object.origin))];
  const kind = kindOf(source, origins, routes);
  const wrong = exact.filter((object) => object.origin !== origin);
  return {
    kind,
    source,
    origins,
    elsewhere: away.flatMap((object) => azureRegistryOf(object.source) ?? [])[0],
    reasons: [
      decisive(kind, { source: source ?? registry, registry, origin, origins, irr }),
      ...(kind === 'exact' ? weakReasons(source) : missReasons(away, objects, routes)),
      ...besideReasons(kind === 'other-origin' ? wrong.filter((object) => !here.includes(object)) : wrong),
    ],
  };
}

function kindOf(
  source: string | undefined,
  origins: readonly number[],
  { origin, irr }: Routes,
): RouteStanding['kind'] {
  if (source === undefined) return 'unasked';
  if (origins.includes(origin)) return 'exact';
  if (!isSourceTold(source, irr)) return 'untold';
  return origins.length > 0 ? 'other-origin' : 'none';
}

type Facts = Omit<Routes, 'prefix' | 'registry'> & {
  readonly source: string;
  readonly registry: string;
  readonly origins: readonly number[];
};

function decisive(kind: RouteStanding['kind'], facts: Facts): RouteReason {
  const { source, registry, origin, origins, irr } = facts;
  switch (kind) {
    case 'exact':
      return { kind: 'route-exact', source, origin };
    case 'other-origin':
      return { kind: 'route-other-origin', source, origins };
    case 'none':
      return { kind: 'route-none', source };
    case 'untold':
      return { kind: 'route-untold', source, silent: irr.flatMap(silentServer) };
    case 'unasked':
      return registry.toUpperCase() === noRegistry
        ? { kind: 'registry-none' }
        : { kind: 'registry-not-asked', registry };
  }
}

function silentServer({ server, told }: IrrSight) {
  return told.kind === 'silent' ? [{ server, why: told.why }] : [];
}

function weakReasons(source: string | undefined): readonly RouteReason[] {
  return source !== undefined && isUnauthenticated(source) ? [{ kind: 'route-weak', source }] : [];
}

/** What comes near, where the right object is not in its place. */
function missReasons(
  away: readonly RouteObject[],
  objects: readonly RouteObject[],
  { prefix, origin }: Routes,
): readonly RouteReason[] {
  const sources = [...new Set(away.map((object) => object.source))];
  const length = networkAround(prefix)?.length ?? 0;
  const covering = objects
    .map((object) => ({ object, length: networkAround(object.prefix)?.length ?? length }))
    .filter((near) => near.object.origin === origin && near.length < length)
    .toSorted((a, b) => b.length - a.length)[0];
  return [
    ...(sources.length > 0 ? [{ kind: 'route-elsewhere', sources } as const] : []),
    ...(covering ? [{ kind: 'route-covering', object: covering.object } as const] : []),
  ];
}

function besideReasons(objects: readonly RouteObject[]): readonly RouteReason[] {
  return objects.length > 0 ? [{ kind: 'route-beside', objects }] : [];
}
