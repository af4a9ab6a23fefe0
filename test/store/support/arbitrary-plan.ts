import fc from 'fast-check';
import { cautions } from '../../../src/domain/operation/caution.ts';
import { type Plan, policyKeys } from '../../../src/domain/operation/plan.ts';
import type { Step } from '../../../src/domain/operation/step.ts';
import { fieldChange } from './arbitrary-change.ts';
import { text } from './arbitrary-circuit.ts';
import {
  circuitChange,
  newCircuit,
  peeringSettings,
  settablePeering,
  signedPrefix,
} from './arbitrary-intent.ts';

type Kind = Step['kind'];

function ofKind<K extends Kind, T>(kind: K, fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) {
  return fc.record<T>(fields).map((rest) => ({ kind, ...rest }));
}

const failoverTest = { link: text, category: text };

/** One of each kind: a kind added to the domain does not compile until it is here. */
const steps: { readonly [K in Kind]: fc.Arbitrary<Step & { readonly kind: K }> } = {
  'create-circuit': ofKind('create-circuit', newCircuit),
  'change-circuit': fc
    .record(circuitChange, { requiredKeys: [] })
    .map((rest) => ({ kind: 'change-circuit' as const, ...rest })),
  'delete-circuit': fc.constant({ kind: 'delete-circuit' }),
  'put-peering': ofKind('put-peering', { peering: settablePeering, settings: peeringSettings }),
  'delete-peering': ofKind('delete-peering', { peering: text }),
  'put-signature': fc
    .record(
      { ...signedPrefix, again: fc.constant(true as const) },
      { requiredKeys: ['family', 'prefix', 'signature'] },
    )
    .map((rest) => ({ kind: 'put-signature' as const, ...rest })),
  'put-authorization': ofKind('put-authorization', { name: text }),
  'delete-authorization': ofKind('delete-authorization', { name: text }),
  'put-connection': fc
    .record(
      {
        connectionId: text,
        gatewayId: text,
        region: text,
        routingWeight: fc.nat(),
        fastPath: fc.boolean(),
        redeems: text,
      },
      { requiredKeys: ['connectionId', 'gatewayId', 'region', 'routingWeight', 'fastPath'] },
    )
    .map((rest) => ({ kind: 'put-connection' as const, ...rest })),
  'delete-connection': ofKind('delete-connection', { connectionId: text }),
  'start-failover-test': ofKind('start-failover-test', failoverTest),
  'stop-failover-test': ofKind('stop-failover-test', failoverTest),
  'await-deprovisioned': fc.constant({ kind: 'await-deprovisioned' }),
  hold: ofKind('hold', { forMs: fc.nat() }),
};

const anyStep = fc.oneof(...Object.values(steps));

export const stepKind = anyStep.map(({ kind }) => kind);

export const shownOfPlan = {
  changes: fc.array(fieldChange, { maxLength: 2 }),
  seen: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
  cautions: fc.array(fc.constantFrom(...cautions), { maxLength: 2 }),
};

export const plan: fc.Arbitrary<Plan> = fc.record({
  ...shownOfPlan,
  policy: fc.constantFrom(...policyKeys),
  steps: fc.array(anyStep, { maxLength: 2 }),
});
