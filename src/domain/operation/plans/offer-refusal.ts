/** What the live catalogue of connectivity providers does not have. */
export type OfferRefusal =
  | { readonly code: 'provider-not-offered'; readonly provider: string; readonly didYouMean?: string }
  | {
      readonly code: 'location-not-offered';
      readonly provider: string;
      readonly location: string;
      readonly offered: readonly string[];
    }
  | BandwidthRefusal;

export type BandwidthRefusal = {
  readonly code: 'bandwidth-not-offered';
  readonly provider: string;
  readonly bandwidthMbps: number;
  /** Those that can be had instead, in Mbps, the smallest first. */
  readonly offered: readonly number[];
};
