import type { PrefixEvidence } from '../../domain/validation/evidence.ts';

/** The public registries: IRR, RPKI and RDAP. Never throws for what a source does: silence is part of the evidence. */
export interface Registries {
  /**
   * Evidence for each prefix (canonical CIDR), in the same order. Each source is given a few seconds for all of them;
   * what it has not told by then is silent. Aborting ends it with an AbortError.
   */
  look(prefixes: readonly string[], signal?: AbortSignal): Promise<readonly PrefixEvidence[]>;
  /** Reads the VRP list again when it is due; the schedule calls it. Throws nothing. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}
