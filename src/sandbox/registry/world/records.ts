import type { Prefix } from './prefix.ts';

/** The routing registries that this world knows, in the order in which a mirror of them all prefers them. */
export const irrSources = [
  'RADB',
  'RIPE',
  'ARIN',
  'APNIC',
  'AFRINIC',
  'LACNIC',
  'NTTCOM',
  'ALTDB',
  'LEVEL3',
  'ARIN-NONAUTH',
  'RIPE-NONAUTH',
] as const;
export type IrrSource = (typeof irrSources)[number];

/** The five that give out addresses. */
export const addressRegistries = ['ARIN', 'RIPE', 'APNIC', 'AFRINIC', 'LACNIC'] as const;
export type AddressRegistry = (typeof addressRegistries)[number];

/** A route or route6 object. */
export type Route = {
  readonly prefix: Prefix;
  readonly origin: number;
  readonly source: IrrSource;
  readonly maintainers: readonly string[];
};

/** A validated ROA payload. */
export type Vrp = {
  readonly prefix: Prefix;
  /** 0: nobody may originate it (RFC 7607). */
  readonly asn: number;
  readonly maxLength: number;
  /** Trust anchor. */
  readonly ta: string;
};

/** Who holds the addresses: an inetnum, or what ARIN calls a network. */
export type Holder = {
  readonly prefix: Prefix;
  readonly handle: string;
  readonly name: string;
  readonly organization: string;
  readonly country: string;
  readonly type: string;
  readonly registry: AddressRegistry;
  /** One text each, of any number of lines. */
  readonly remarks: readonly string[];
};

/** A name for several AS numbers and other such names. */
export type AsSet = {
  readonly name: string;
  readonly source: IrrSource;
  readonly members: readonly string[];
};
