import type { CommonRefusal } from './common-refusal.ts';
import type { TargetRef } from './target-ref.ts';

export type UnlinkRefusal =
  | CommonRefusal
  | { readonly code: 'connection-gone'; readonly on: TargetRef; readonly connection: string }
  /** It is in a subscription that Trunkline does not watch. */
  | {
      readonly code: 'connection-unwatched';
      readonly on: TargetRef;
      readonly connection: string;
      readonly subscriptionId: string;
    }
  | { readonly code: 'authorization-gone'; readonly on: TargetRef; readonly authorization: string }
  | {
      readonly code: 'authorization-in-use';
      readonly on: TargetRef;
      readonly authorization: string;
      /** Absent where Azure does not tell which connection redeemed it. */
      readonly connection?: { readonly name: string; readonly subscriptionId: string };
      /** Trunkline can unlink that connection. */
      readonly isSeen: boolean;
    };
