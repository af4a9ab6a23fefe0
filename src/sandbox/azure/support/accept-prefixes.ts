import { type Circuit, withPeering } from '../model/circuit.ts';
import type { PrefixConfig } from '../model/peering.ts';
import { mapPrefixConfigs } from '../model/prefix-configs.ts';

/** Microsoft is satisfied: every advertised prefix of the circuit is Configured, and so is its peering. */
export function acceptPrefixes(circuit: Circuit): Circuit {
  return circuit.peerings.reduce(
    (all, peering) => withPeering(all, mapPrefixConfigs(peering, configured)),
    circuit,
  );
}

function configured(config: PrefixConfig): PrefixConfig {
  if (config.prefixes.length === 0) return config;
  return {
    ...config,
    advertisedPublicPrefixesState: 'Configured',
    prefixes: config.prefixes.map((entry) => ({ ...entry, validationState: 'Configured' })),
  };
}
