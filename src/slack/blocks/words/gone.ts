import type { GoneReason } from '../../../domain/alert/condition.ts';

/** Why something is over without being well. */
export const goneWords: Readonly<Record<GoneReason, string>> = {
  'circuit-gone': 'the circuit is gone from Azure',
  'peering-removed': 'the peering was removed',
  'peering-disabled': 'the peering was disabled, so BGP is not meant to run',
  'not-expected': 'it is not meant to be there any more: deprovisioned, or taken out of Azure',
  'not-watched': 'it is not watched any more',
};
