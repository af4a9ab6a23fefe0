import type { RegionRefusal } from '../region.ts';
import type { TagRefusal } from '../tags.ts';
import type { OfferRefusal } from './offer-refusal.ts';

export type CreateRefusal =
  | { readonly code: 'circuit-name-malformed'; readonly name: string }
  | { readonly code: 'circuit-name-taken'; readonly name: string; readonly resourceGroup: string }
  | {
      readonly code: 'resource-group-unknown';
      readonly resourceGroup: string;
      readonly subscriptionId: string;
      readonly didYouMean?: string;
    }
  | OfferRefusal
  | { readonly code: 'sku-unknown'; readonly tier: string; readonly family: string }
  | LocalRefusal
  | LimitRefusal
  | RegionRefusal
  | TagRefusal;

export type LocalRefusal =
  | { readonly code: 'local-is-unlimited' }
  | { readonly code: 'local-too-slow'; readonly bandwidthMbps: number; readonly leastMbps: number };

type LimitRefusal =
  | {
      readonly code: 'region-full';
      readonly region: string;
      readonly subscriptionId: string;
      readonly count: number;
      readonly limit: number;
    }
  | {
      readonly code: 'subscription-full';
      readonly subscriptionId: string;
      readonly count: number;
      readonly limit: number;
    };
