import type { Invalidity } from './origin-validation.ts';

/** The one thing to do about a prefix. `registry`: as a peering names it, which is how people choose it. */
export type Todo =
  | { readonly kind: 'nothing' }
  /** As typed, it is no network; `suggestion` is, where there is one. */
  | { readonly kind: 'rewrite'; readonly suggestion: string | undefined }
  | { readonly kind: 'use-public' }
  | { readonly kind: 'use-own-asn'; readonly asn: number }
  /** Either the object is wrong or the customer AS number is. */
  | {
      readonly kind: 'correct-origin';
      readonly source: string;
      readonly origins: readonly number[];
      readonly asn: number;
    }
  | { readonly kind: 'correct-roa'; readonly why: Invalidity; readonly asn: number; readonly length: number }
  /** It is registered where Azure does not look: let the peering name that registry. */
  | { readonly kind: 'name-registry'; readonly registry: string }
  /** `orRegister`: where a route object would do as well; absent where the peering names no registry. */
  | {
      readonly kind: 'sign';
      readonly hasCertificate: boolean;
      readonly isSigned: boolean;
      readonly orRegister: { readonly source: string; readonly asn: number } | undefined;
    }
  | { readonly kind: 'open-ticket'; readonly why: TicketCause }
  | { readonly kind: 'ask-again' }
  /** No server that holds the source is among those that are asked. */
  | { readonly kind: 'configure-irr'; readonly source: string }
  /** Let somebody who knows say whether that is us; ORGANIZATION_NAMES says it for good. */
  | { readonly kind: 'tell-names'; readonly organization: string | undefined };

export type TicketCause = 'holder' | 'private-asn' | 'unregistered' | 'no-certificates';
