import type { ProviderOffer } from './circuit-sight.ts';

/** The offer of a provider. The catalogue spells some names in several casings (facts/azure.md 5, oddity 8). */
export function offerOf(offers: readonly ProviderOffer[], provider: string): ProviderOffer | undefined {
  return offers.find((offer) => isSameName(offer.provider, provider));
}

/** The location as the catalogue spells it; undefined when the provider is not there. */
export function locationOf({ locations }: ProviderOffer, location: string): string | undefined {
  return locations.find((one) => isSameName(one, location));
}

/** Azure compares names without regard to case. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
