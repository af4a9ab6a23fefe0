import { answer, type Result, refuse } from '../../result.ts';
import { closest } from '../../text/closest.ts';
import { locationOf, offerOf } from '../catalogue.ts';
import type { ProviderOffer } from '../circuit-sight.ts';
import type { OfferRefusal } from './offer-refusal.ts';

type Wanted = {
  readonly provider: string;
  readonly peeringLocation: string;
  readonly bandwidthMbps: number;
};

/** What is wanted as the live catalogue spells it, or what is offered instead. */
export function offeredAs(wanted: Wanted, offers: readonly ProviderOffer[]): Result<Wanted, OfferRefusal> {
  const offer = offerOf(offers, wanted.provider);
  if (!offer) {
    const names = offers.map(({ provider }) => provider);
    return refuse({
      code: 'provider-not-offered',
      provider: wanted.provider,
      didYouMean: closest(wanted.provider, names),
    });
  }
  const { provider, locations } = offer;
  const peeringLocation = locationOf(offer, wanted.peeringLocation);
  if (peeringLocation === undefined) {
    const location = wanted.peeringLocation;
    return refuse({ code: 'location-not-offered', provider, location, offered: locations });
  }
  const { bandwidthMbps } = wanted;
  const offered = offer.bandwidthsMbps.toSorted((a, b) => a - b);
  if (!offered.includes(bandwidthMbps)) {
    return refuse({ code: 'bandwidth-not-offered', provider, bandwidthMbps, offered });
  }
  return answer({ provider, peeringLocation, bandwidthMbps });
}
