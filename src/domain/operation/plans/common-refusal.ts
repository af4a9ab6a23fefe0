import type { Operation } from '../operation.ts';

/** Refusals that several plans share. */
export type CommonRefusal =
  /** There is no such circuit in Azure, or not any more. */
  | { readonly code: 'target-gone'; readonly name: string }
  /** Azure is carrying out a change of it, or the last one failed: provisioningState as Azure names it. */
  | { readonly code: 'target-unsettled'; readonly name: string; readonly provisioningState: string }
  /** The operation needs a circuit that the provider has provisioned and Microsoft has enabled. */
  | {
      readonly code: 'not-provisioned';
      readonly name: string;
      readonly operation: Operation;
      readonly providerState: string;
      readonly status: string;
    }
  /** Everything asked for is so already. */
  | { readonly code: 'nothing-to-change'; readonly name: string };
