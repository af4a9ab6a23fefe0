/** Slack, as far as it knows this app. */
export interface SlackProbe {
  /** Throws SlackFault when Slack does not answer. */
  whoAmI(): Promise<SlackApp>;
}

export type SlackApp =
  /** `scopes` undefined: Slack did not tell them. */
  | {
      readonly kind: 'known';
      readonly team: string;
      readonly bot: string;
      readonly scopes: readonly string[] | undefined;
    }
  /** Slack's word for why it does not take the token: `invalid_auth`. */
  | { readonly kind: 'refused'; readonly code: string };

/** The disk on which the state is. */
export interface DiskProbe {
  look(): Promise<DiskSight>;
}

export type DiskSight = {
  /** Why a file cannot be written there, in the system's word (`ENOSPC`); undefined: it can. */
  readonly writeFault: string | undefined;
  /** Undefined: the system does not tell. */
  readonly freeBytes: number | undefined;
  /** The store's file; 0: there is none yet. */
  readonly storeBytes: number;
};
