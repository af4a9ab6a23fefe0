export const failoverLinks = ['Primary', 'Secondary'] as const;
export const failoverCategories = ['BgpDisconnect', 'ASPathPrepend'] as const;

/** Azure's own rehearsal of a failure: one link of a circuit is taken out, until somebody stops the test. */
export type FailoverTest = {
  readonly id: string;
  readonly link: (typeof failoverLinks)[number];
  readonly category: (typeof failoverCategories)[number];
  readonly status: 'Starting' | 'Running' | 'Stopping' | 'Completed';
  /** World time. */
  readonly startedAt: number;
  readonly endedAt?: number;
  /** What the person who stopped it says came of it. */
  readonly successful?: boolean;
  readonly verified?: boolean;
};

/** One that has not ended. */
export function isOpen({ status }: FailoverTest): boolean {
  return status !== 'Completed';
}

/** While its BGP sessions are disconnected the link is down; with its paths prepended it is up and not preferred. */
export function cuts({ category, status }: FailoverTest): boolean {
  return category === 'BgpDisconnect' && (status === 'Running' || status === 'Stopping');
}
