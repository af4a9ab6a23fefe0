import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Role } from './role.ts';

/** Who is given what, and where. `to`: ids of Slack users (U…, W…) and user groups (S…). */
export type Grant = { readonly role: Role; readonly to: readonly string[]; readonly on: Scope };

/** Ids and names in lower case. */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'subscription'; readonly subscriptionId: string }
  | { readonly kind: 'resource-group'; readonly subscriptionId: string; readonly resourceGroup: string }
  | { readonly kind: 'circuit'; readonly circuitId: CircuitId };

/** Who may look: everybody of the workspace, or only those who were granted a role. Writes are always granted. */
export type Access = { readonly reads: 'everybody' | 'granted'; readonly grants: readonly Grant[] };

/** Nobody was granted anything. */
export const noAccess: Access = { reads: 'everybody', grants: [] };

/** How many people and groups a refusal names. */
export const peopleLimit = 10;

/** A circuit, or the place where one is to be; undefined where no circuit is meant. */
export type Where = {
  readonly id: CircuitId;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
};

/** Why somebody may not, with who can. */
export type AccessRefusal =
  | {
      readonly code: 'role-needed';
      readonly roles: readonly Role[];
      /** The circuit's name; empty where none is meant. */
      readonly on: string;
      /** Ids of users and user groups; at most `peopleLimit`. */
      readonly people: readonly string[];
    }
  /** User groups could not be read, and only they could have allowed it. */
  | { readonly code: 'groups-unreadable'; readonly on: string };
