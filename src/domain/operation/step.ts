import type { AddressFamily } from '../peering/peering.ts';
import type { SetPeeringIntent } from './intent.ts';

/**
 * One thing to do on the way to what was asked. Writes name what they change and nothing else: the Azure edge reads the
 * resource, changes these fields and sends the rest back as it was. Each can be repeated: done twice it is done once.
 */
export type Step = WriteStep | WaitStep;

export type WriteStep =
  | {
      readonly kind: 'create-circuit';
      readonly region: string;
      readonly provider: string;
      readonly peeringLocation: string;
      readonly bandwidthMbps: number;
      readonly tier: string;
      readonly family: string;
      readonly tags: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'change-circuit';
      readonly bandwidthMbps?: number;
      readonly tier?: string;
      readonly family?: string;
    }
  | { readonly kind: 'delete-circuit' }
  | {
      readonly kind: 'put-peering';
      readonly peering: SetPeeringIntent['peering'];
      readonly settings: SetPeeringIntent['settings'];
    }
  | { readonly kind: 'delete-peering'; readonly peering: string }
  | {
      readonly kind: 'put-signature';
      readonly family: AddressFamily;
      readonly prefix: string;
      readonly signature: string;
      /** Azure has this signature already: it is sent once more, to be checked once more. */
      readonly again?: true;
    }
  | { readonly kind: 'put-authorization'; readonly name: string }
  | { readonly kind: 'delete-authorization'; readonly name: string }
  | {
      readonly kind: 'put-connection';
      /** ARM id of the connection that is made; it lives beside its gateway. */
      readonly connectionId: string;
      readonly gatewayId: string;
      readonly region: string;
      readonly routingWeight: number;
      readonly fastPath: boolean;
      /** The circuit is in another subscription: its authorization of this name is redeemed. */
      readonly redeems?: string;
    }
  | { readonly kind: 'delete-connection'; readonly connectionId: string }
  | { readonly kind: 'start-failover-test'; readonly link: string; readonly category: string }
  | { readonly kind: 'stop-failover-test'; readonly link: string; readonly category: string };

export type WaitStep =
  /** Until the provider has deprovisioned: days. The circuit is free for other writes meanwhile. */
  | { readonly kind: 'await-deprovisioned' }
  /** Nothing else is written to the circuit meanwhile. Milliseconds. */
  | { readonly kind: 'hold'; readonly forMs: number };

export function isWrite(step: Step): step is WriteStep {
  return step.kind !== 'await-deprovisioned' && step.kind !== 'hold';
}
