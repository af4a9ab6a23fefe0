import type { Intent, SetPeeringIntent } from '../../../../src/domain/operation/intent.ts';
import { aCircuit, aPeering, aService, subscription2 } from '../../../support/a-circuit.ts';
import {
  aDeleteIntent,
  aDeprovisionIntent,
  aFailoverIntent,
  aLinkIntent,
  aPeeringIntent,
  aResizeIntent,
} from '../../../support/an-intent.ts';
import { aGateway } from '../../../support/plan-inputs.ts';
import type { Office } from './an-office.ts';

function withoutKey({ settings, ...intent }: SetPeeringIntent): SetPeeringIntent {
  const { sharedKey: _, ...rest } = settings;
  return { ...intent, settings: rest };
}

/** Requests that go well, of every shape that a plan has: one write, several, waits between them. */
export const lives: readonly {
  readonly name: string;
  readonly intent: Intent;
  readonly approvals: number;
  /** It sets a key that Azure does not tell, so it is sent again when nobody knows whether it arrived. */
  readonly setsKey?: true;
  readonly prepare?: (office: Office) => void;
}[] = [
  { name: 'a resize', intent: aResizeIntent(), approvals: 0 },
  {
    name: 'a delete',
    intent: aDeleteIntent(),
    approvals: 1,
    prepare: ({ azure }) => azure.put(aCircuit({ service: aService({ providerState: 'NotProvisioned' }) })),
  },
  { name: 'a new peering', intent: withoutKey(aPeeringIntent()), approvals: 1 },
  { name: 'a new peering with a key', intent: aPeeringIntent(), approvals: 1, setsKey: true },
  {
    name: 'a link to another subscription',
    intent: aLinkIntent({ gatewayId: aGateway({ subscriptionId: subscription2 }).id }),
    approvals: 0,
    prepare: ({ azure }) => {
      azure.put(aCircuit({ peerings: [aPeering()] }));
      azure.cloud.gateways.splice(0, 1, aGateway({ subscriptionId: subscription2, circuitIds: [] }));
    },
  },
  {
    name: 'a failover test',
    intent: aFailoverIntent(),
    approvals: 1,
    prepare: ({ azure }) => azure.put(aCircuit({ peerings: [aPeering()] })),
  },
  {
    name: 'a deprovisioning with the delete after it',
    intent: aDeprovisionIntent(),
    approvals: 1,
    prepare: ({ azure, now }) => {
      const service = aService({ providerState: 'NotProvisioned' });
      azure.at(now() + 80 * 60_000, () => azure.put(aCircuit({ service })));
    },
  },
];
