import type { Circuit } from '../../circuit/circuit.ts';
import type { ProviderOffer } from '../circuit-sight.ts';
import { higherBandwidths } from './resize-parts.ts';

/** What a circuit can be changed to in place, as far as its kind goes; its use is looked at when it is planned. */
export type ResizeOptions = {
  /** Mbps, the smallest first. */
  readonly bandwidthsMbps: readonly number[];
  readonly tiers: readonly string[];
  readonly families: readonly string[];
};

export function resizeOptions(circuit: Circuit, offers: readonly ProviderOffer[]): ResizeOptions {
  const { tier, family } = circuit.sku;
  return {
    bandwidthsMbps: higherBandwidths(circuit, offers),
    tiers: exchanges.get(tier) ?? [],
    families: family === 'MeteredData' ? ['UnlimitedData'] : [],
  };
}

const exchanges: ReadonlyMap<string, readonly string[]> = new Map([
  ['Standard', ['Premium']],
  ['Premium', ['Standard']],
]);
