import type { CommonRefusal } from './common-refusal.ts';
import type { BandwidthRefusal } from './offer-refusal.ts';
import type { TargetRef } from './target-ref.ts';

export type ResizeRefusal =
  | CommonRefusal
  | BandwidthRefusal
  | {
      readonly code: 'bandwidth-down';
      readonly on: TargetRef;
      readonly fromMbps: number;
      readonly toMbps: number;
    }
  | { readonly code: 'unlimited-stays'; readonly on: TargetRef }
  /** Only Standard and Premium can be exchanged in place. */
  | { readonly code: 'tier-fixed'; readonly on: TargetRef; readonly from: string; readonly to: string }
  | { readonly code: 'family-unknown'; readonly on: TargetRef; readonly family: string }
  | {
      readonly code: 'above-standard-limits';
      readonly on: TargetRef;
      /** Networks and Global Reach connections, which count as links. */
      readonly links: number;
      readonly globalReach: number;
      readonly limit: number;
    };
