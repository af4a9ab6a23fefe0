import { covers, type Prefix, parsePrefix, prefixText } from './world/prefix.ts';
import type { RegistryWorld } from './world/registry-world.ts';

/**
 * What `GET /control/world` and the page show of the registries: all that they hold, and what of it is about each of
 * these prefixes. All of it is public.
 */
export function registrySight(world: RegistryWorld, prefixes: readonly string[]) {
  const routes = world.routes();
  const vrps = world.vrps();
  return {
    routes: routes.map(inText),
    vrps: vrps.map(inText),
    holders: world.holders().map(inText),
    advertised: [...new Set(prefixes)].map((prefix) => {
      const block = parsePrefix(prefix);
      const isAbout = (row: { readonly prefix: Prefix }) => block !== undefined && covers(row.prefix, block);
      const holder = block && world.holderOf(block);
      return {
        prefix,
        routes: routes.filter(isAbout).map(inText),
        vrps: vrps.filter(isAbout).map(inText),
        ...(holder && { holder: inText(holder) }),
      };
    }),
  };
}

function inText<Row extends { readonly prefix: Prefix }>(row: Row): Omit<Row, 'prefix'> & { prefix: string } {
  return { ...row, prefix: prefixText(row.prefix) };
}
