import { parsePrefix } from '../../registry/world/prefix.ts';
import type { RegistryWorld } from '../../registry/world/registry-world.ts';
import type { Peering } from '../model/peering.ts';
import { irrSourceOf } from './prefix-verdict.ts';

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
    peerings.flatMap(({ microsoft, peerASN }) => {
      const source = irrSourceOf(microsoft?.routingRegistryName ?? '');
      if (!microsoft || !source) return [];
      const origin = microsoft.customerASN || peerASN;
      return microsoft.prefixes.map(({ prefix }) => [prefix, { origin, source }] as const);
    }),
  );
}
