/** What a test or a demo may turn while the world runs. */
export type Settings = {
  /** Circuits on one page of a LIST; small, so that everybody meets `nextLink`. */
  pageSize: number;
  /** What Azure asks a caller to wait between two looks at an operation. Azure says 10. */
  retryAfterSeconds: number;
  /** World time that an operation takes. */
  operationMs: number;
  /** World time from a configured Microsoft peering to the verdict on its prefixes. */
  validationMs: number;
  /** World time that Azure takes to show that a provider has deprovisioned of its own accord. */
  providerLagMs: number;
  /** World time that Microsoft's edge takes to tell its tables (routes, ARP). */
  edgeMs: number;
  /** How much ARM's clock (its Date header) is ahead of the world's. */
  clockSkewMs: number;
  /** Lower-case ids of subscriptions to which Azure does not offer failover tests. */
  withoutFailoverTests: readonly string[];
};

export function defaultSettings(): Settings {
  return {
    pageSize: 4,
    retryAfterSeconds: 2,
    operationMs: 3_000,
    validationMs: 20_000,
    providerLagMs: 10_000,
    edgeMs: 50,
    clockSkewMs: 0,
    withoutFailoverTests: [],
  };
}
