import type { PeeringType } from '../../peering/peering.ts';
import type { CommonRefusal } from './common-refusal.ts';
import type { TargetRef } from './target-ref.ts';

export type LinkRefusal =
  | CommonRefusal
  /** Nothing routes between a network and the circuit without Azure private peering. */
  | { readonly code: 'private-peering-missing'; readonly on: TargetRef }
  | {
      readonly code: 'link-limit-reached';
      readonly on: TargetRef;
      readonly limit: number;
      readonly used: number;
      readonly globalReach: number;
      readonly tier: string;
      readonly bandwidthMbps: number;
    }
  | GatewayRefusal
  | { readonly code: 'connection-name-malformed'; readonly connection: string }
  | { readonly code: 'connection-name-taken'; readonly connection: string; readonly resourceGroup: string }
  | { readonly code: 'routing-weight-out-of-range'; readonly weight: number; readonly limit: number }
  | { readonly code: 'authorization-name-malformed'; readonly authorization: string }
  | {
      readonly code: 'authorization-name-taken';
      readonly on: TargetRef;
      readonly authorization: string;
      readonly inUse: boolean;
    };

type GatewayRefusal =
  /** There is no ExpressRoute gateway of that id in the subscriptions that Trunkline watches. */
  | { readonly code: 'gateway-gone'; readonly gateway: string }
  | {
      readonly code: 'gateway-linked';
      readonly on: TargetRef;
      readonly gateway: string;
      readonly connection: string;
    }
  | {
      readonly code: 'gateway-full';
      readonly gateway: string;
      readonly sku: string;
      readonly circuits: number;
      readonly limit: number;
    }
  | {
      readonly code: 'gateway-location-full';
      readonly gateway: string;
      readonly location: string;
      readonly circuits: readonly string[];
      readonly limit: number;
    }
  | {
      readonly code: 'address-spaces-too-many';
      readonly gateway: string;
      readonly count: number;
      readonly limit: number;
    }
  | {
      readonly code: 'address-space-overlaps';
      readonly on: TargetRef;
      readonly gateway: string;
      readonly addressSpace: string;
      readonly subnet: string;
      readonly peering: PeeringType;
    }
  | { readonly code: 'fast-path-unsupported'; readonly gateway: string; readonly sku: string };
