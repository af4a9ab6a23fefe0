import { type Circuit, withPeering } from '../model/circuit.ts';
import type { Peering, PrefixConfig } from '../model/peering.ts';

/** Microsoft is satisfied: every advertised prefix of the circuit is Configured, and so is its peering. */
export function acceptPrefixes(circuit: Circuit): Circuit {
  return circuit.peerings.reduce((all, peering) => withPeering(all, accepted(peering)), circuit);
}

function accepted(peering: Peering): Peering {
  const { microsoft, ipv6 } = peering;
  return {
    ...peering,
    ...(microsoft && { microsoft: configured(microsoft) }),
    ...(ipv6?.microsoft && { ipv6: { ...ipv6, microsoft: configured(ipv6.microsoft) } }),
  };
}

function configured(config: PrefixConfig): PrefixConfig {
  if (config.prefixes.length === 0) return config;
  return {
    ...config,
    advertisedPublicPrefixesState: 'Configured',
    prefixes: config.prefixes.map((entry) => ({ ...entry, validationState: 'Configured' })),
  };
}
