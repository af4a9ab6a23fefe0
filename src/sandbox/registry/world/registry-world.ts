import type { Bus } from '../../world/bus.ts';
import { covers, isSame, type Prefix } from './prefix.ts';
import type { AsSet, Holder, Route, Vrp } from './records.ts';

/** Everything that the registries of this small internet hold. Each change is told on the bus. */
export interface RegistryWorld {
  routes(): readonly Route[];
  vrps(): readonly Vrp[];
  holders(): readonly Holder[];
  asSets(): readonly AsSet[];
  /** One that is there already takes the new maintainers. */
  putRoute(route: Route): void;
  /** False: there is no such object. */
  removeRoute(route: Pick<Route, 'prefix' | 'origin' | 'source'>): boolean;
  putVrp(vrp: Vrp): void;
  removeVrp(vrp: Vrp): boolean;
  /** The record of this very block; it takes the place of the one before. */
  putHolder(holder: Holder): void;
  removeHolder(prefix: Prefix): boolean;
  /** The smallest block that holds all of the prefix. */
  holderOf(prefix: Prefix): Holder | undefined;
  /** How often the list of VRPs became another. */
  vrpRevision(): number;
}

export function createRegistryWorld(
  bus: Bus,
  seed: {
    routes: readonly Route[];
    vrps: readonly Vrp[];
    holders: readonly Holder[];
    asSets: readonly AsSet[];
  },
): RegistryWorld {
  const changed = () => bus.publish({ topic: 'world' });
  const routes = createTable(seed.routes, isSameRoute, changed);
  const vrps = createTable(seed.vrps, isSameVrp, changed);
  const holders = createTable(seed.holders, isSameBlock, changed);
  return {
    routes: routes.list,
    vrps: vrps.list,
    holders: holders.list,
    asSets: () => seed.asSets,
    putRoute: routes.put,
    removeRoute: routes.remove,
    putVrp: vrps.put,
    removeVrp: vrps.remove,
    putHolder: holders.put,
    removeHolder: (prefix) => holders.remove({ prefix }),
    holderOf: (prefix) =>
      holders
        .list()
        .filter((holder) => covers(holder.prefix, prefix))
        .reduce<Holder | undefined>(
          (best, one) => (best && best.prefix.length >= one.prefix.length ? best : one),
          undefined,
        ),
    vrpRevision: vrps.revision,
  };
}

const isSameBlock = (one: Pick<Holder, 'prefix'>, other: Pick<Holder, 'prefix'>): boolean =>
  isSame(one.prefix, other.prefix);

function isSameRoute(one: Omit<Route, 'maintainers'>, other: Omit<Route, 'maintainers'>): boolean {
  return one.origin === other.origin && one.source === other.source && isSame(one.prefix, other.prefix);
}

function isSameVrp(one: Vrp, other: Vrp): boolean {
  return (
    one.asn === other.asn &&
    one.maxLength === other.maxLength &&
    one.ta === other.ta &&
    isSame(one.prefix, other.prefix)
  );
}

/** Records of one kind, in the order in which they came. `Key` is what tells one from another. */
function createTable<Key extends object, Row extends Key>(
  seed: readonly Row[],
  isSameRow: (one: Key, other: Key) => boolean,
  changed: () => void,
) {
  let rows = seed;
  let revision = 0;
  function become(next: readonly Row[]): void {
    rows = next;
    revision += 1;
    changed();
  }
  return {
    list: () => rows,
    revision: () => revision,
    put(row: Row): void {
      const known = rows.some((old) => isSameRow(old, row));
      become(known ? rows.map((old) => (isSameRow(old, row) ? row : old)) : [...rows, row]);
    },
    remove(key: Key): boolean {
      const left = rows.filter((old) => !isSameRow(old, key));
      if (left.length === rows.length) return false;
      become(left);
      return true;
    },
  };
}
