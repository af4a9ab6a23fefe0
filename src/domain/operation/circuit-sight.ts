import type { Circuit } from '../circuit/circuit.ts';

/** A circuit as Azure tells it now, with what decisions about a write need. No key is in it. */
export type CircuitSight = {
  readonly circuit: Circuit;
  /** As it came; undefined when Azure sent none. */
  readonly etag: string | undefined;
  /** Azure's own name for this very resource: one that was deleted and made anew has another. */
  readonly resourceGuid?: string;
  /** Azure has issued the service key: it is no longer the all-zero one. */
  readonly hasServiceKey: boolean;
  /** Global Reach connections, from this circuit or to it. */
  readonly globalReach: readonly GlobalReach[];
  /** The signatures that Microsoft peering's advertised prefixes have, by the prefix as Azure writes it. */
  readonly signatures?: Readonly<Record<string, string>>;
  /** ARM ids of the connections that redeemed authorizations, by the authorization's name, as far as Azure tells. */
  readonly redeemedBy?: Readonly<Record<string, string>>;
};

export type GlobalReach = { readonly name: string; readonly peering: string; readonly status: string };

/** A virtual network gateway's connection to a circuit, as far as Trunkline may read it. */
export type Connection = {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** ARM id of the gateway. */
  readonly gatewayId: string;
  readonly status: string;
  readonly routingWeight: number;
  readonly fastPath: boolean;
};

/** A virtual network gateway of type ExpressRoute. */
export type Gateway = {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly region: string;
  /** As Azure names it: ErGw1AZ, UltraPerformance … */
  readonly sku: string;
  /** Address spaces of its virtual network in CIDR form; undefined when they could not be read. */
  readonly addressSpaces: readonly string[] | undefined;
  /** ARM ids of the circuits that it is connected to; undefined when they could not be read. */
  readonly circuitIds?: readonly string[];
};

/** One provider of the live catalogue. */
export type ProviderOffer = {
  readonly provider: string;
  readonly locations: readonly string[];
  readonly bandwidthsMbps: readonly number[];
};

export type ResourceGroup = { readonly name: string; readonly region: string };

/** A circuit link failover test as Azure tells it. status: NotStarted, Starting, Running, Stopping, Completed … */
export type FailoverTest = { readonly link: string; readonly category: string; readonly status: string };
