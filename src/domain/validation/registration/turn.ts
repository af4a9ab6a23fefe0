/** What a look is to the memory of one prefix. */
export type Turn = {
  /** Canonical CIDR. */
  readonly prefix: string;
  readonly asn: number;
  readonly isAccepted: boolean;
  /** What was there before says nothing of it: Microsoft has just accepted it, or it has another AS number. */
  readonly isFresh: boolean;
};
