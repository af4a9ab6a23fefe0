import { parsePrefix } from '../../registry/world/prefix.ts';
import type { RegistryWorld } from '../../registry/world/registry-world.ts';
import type { Peering } from '../model/peering.ts';
import { prefixConfigs } from '../model/prefix-configs.ts';
import { wantedRoute } from './prefix-verdict.ts';

/**
 * Peerings that come into this world with their prefixes Configured have them registered: a route object where Microsoft
 * looks, and a ROA that agrees.
 */
export function registerAdvertised(registry: RegistryWorld, peerings: readonly Peering[]): void {
  for (const [text, { origin, source }] of wantedRoutes(peerings)) {
    const prefix = parsePrefix(text);
    if (!prefix) continue;
    registry.putRoute({ prefix, origin, source, maintainers: [`MAINT-AS${origin}`] });
    registry.putVrp({ prefix, asn: origin, maxLength: prefix.length, ta: 'ripe' });
  }
}

/** By prefix: thousands of circuits made for load share a few. */
function wantedRoutes(peerings: readonly Peering[]) {
  return new Map(
    peerings.flatMap((peering) =>
      prefixConfigs(peering).flatMap((config) => {
        const wanted = wantedRoute(config, peering);
        return wanted ? config.prefixes.map(({ prefix }) => [prefix, wanted] as const) : [];
      }),
    ),
  );
}
