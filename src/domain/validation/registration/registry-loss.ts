import type { RouteObject, Vrp } from '../evidence.ts';

/** What a prefix had in the registries while Microsoft accepted it, and has no more. */
export type RegistryLoss =
  /** No route object names our AS number any more, or (`isCovered`) only one for a larger network. */
  | { readonly kind: 'route-gone'; readonly sources: readonly string[]; readonly isCovered: boolean }
  /** Its route objects name other AS numbers alone. */
  | {
      readonly kind: 'origin-changed';
      readonly sources: readonly string[];
      readonly routes: readonly Pick<RouteObject, 'origin' | 'source'>[];
    }
  /** ROAs cover it, and none allows our AS number to originate it (RFC 6811). */
  | { readonly kind: 'rpki-invalid'; readonly vrps: readonly Vrp[] }
  /** It was RPKI-valid, and no ROA covers it now. */
  | { readonly kind: 'roa-gone' }
  /** The certificate whose key signed for it does not stand in its registration any more. */
  | { readonly kind: 'certificate-gone'; readonly handle?: string };
export type RegistryLossKind = RegistryLoss['kind'];

/** The worst first. */
export const registryLossKinds = [
  'rpki-invalid',
  'origin-changed',
  'route-gone',
  'certificate-gone',
  'roa-gone',
] as const satisfies readonly RegistryLossKind[];
