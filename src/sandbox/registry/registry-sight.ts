import { prefixText } from './world/prefix.ts';
import type { RegistryWorld } from './world/registry-world.ts';

/** What `GET /control/world` and the page show of the registries. All of it is public. */
export function registrySight(world: RegistryWorld) {
  return {
    routes: world.routes().map((route) => ({ ...route, prefix: prefixText(route.prefix) })),
    vrps: world.vrps().map((vrp) => ({ ...vrp, prefix: prefixText(vrp.prefix) })),
    holders: world.holders().map((holder) => ({ ...holder, prefix: prefixText(holder.prefix) })),
  };
}
