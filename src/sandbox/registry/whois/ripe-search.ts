import { type Prefix, parsePrefix } from '../world/prefix.ts';
import type { RegistryWorld } from '../world/registry-world.ts';
import type { RipeQuery } from './ripe-query.ts';
import { within } from './route-search.ts';
import { classOf, networkObject, type RpslObject, routeObject } from './rpsl.ts';

/** What RIPE's database has for a query, or the words of its refusal. It knows its own region alone. */
export function searchRipe(world: RegistryWorld, query: RipeQuery): readonly RpslObject[] | string {
  const foreign = query.sources.find((source) => source !== 'RIPE');
  if (foreign !== undefined) {
    return `%ERROR:102: unknown source\n%\n% "${foreign}" is not a known source.\n% Use "-q sources" to list known sources.\n`;
  }
  if (query.key === '') return '%ERROR:106: no search key specified\n%\n% No search key specified\n';
  const unsearchable = query.inverse.find((name) => name !== 'origin' && name !== 'mnt-by');
  if (unsearchable !== undefined) {
    return `%ERROR:105: attribute is not searchable\n%\n% "${unsearchable}" is not an inverse searchable attribute.\n`;
  }
  const found = query.inverse.length > 0 ? inverse(world, query) : byBlock(world, query);
  const { classes } = query;
  return found.filter((object) => classes.length === 0 || classes.includes(classOf(object)));
}

const isRipes = ({ source }: { readonly source: string }): boolean => source === 'RIPE';

function inverse(world: RegistryWorld, { inverse: names, key }: RipeQuery): readonly RpslObject[] {
  return world
    .routes()
    .filter(isRipes)
    .map(routeObject)
    .filter(({ attributes }) =>
      attributes.some(([name, value]) => names.includes(name) && value.toUpperCase() === key.toUpperCase()),
    );
}

/** Of addresses first who holds them, then who announces them. Without a flag the smallest block that holds them. */
function byBlock(world: RegistryWorld, { key, reach }: RipeQuery): readonly RpslObject[] {
  const wanted = parsePrefix(key);
  if (!wanted) return [];
  const holders = world.holders().filter(({ registry }) => registry === 'RIPE');
  const routes = world.routes().filter(isRipes);
  const reached = <Row extends { readonly prefix: Prefix }>(rows: readonly Row[]) =>
    reach ? within(rows, wanted, reach) : smallest(within(rows, wanted, 'L'));
  return [...reached(holders).map(networkObject), ...reached(routes).map(routeObject)];
}

function smallest<Row extends { readonly prefix: Prefix }>(rows: readonly Row[]): readonly Row[] {
  const length = rows.at(-1)?.prefix.length;
  return rows.filter(({ prefix }) => prefix.length === length);
}
