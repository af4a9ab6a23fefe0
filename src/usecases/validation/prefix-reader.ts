import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { AddressFamily } from '../../domain/peering/peering.ts';
import type { PrefixState } from '../../domain/peering/prefix-states.ts';

/**
 * One advertised public prefix of a Microsoft peering as Azure tells it now. `validationId` holds the service key: it is
 * shown to the asker alone, kept nowhere and logged nowhere. `signature` is public.
 */
export type AdvertisedPrefix = {
  readonly family: AddressFamily;
  readonly prefix: string;
  readonly validationId?: string;
  readonly signature?: string;
  readonly state?: PrefixState;
};

/** Throws AzureFault. Undefined: there is no such circuit, or no Microsoft peering on it. */
export interface PrefixReader {
  readAdvertisedPrefixes(target: CircuitAddress): Promise<readonly AdvertisedPrefix[] | undefined>;
}
