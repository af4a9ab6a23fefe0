import fc from 'fast-check';
import type { Change, Difference } from '../../../src/domain/circuit/changes.ts';
import { situations } from '../../../src/domain/circuit/situation.ts';
import { sessionStates } from '../../../src/domain/peering/session.ts';
import {
  addressFamily,
  anyCircuitId,
  link,
  peeringState,
  peeringType,
  prefixesState,
  prefixState,
  providerState,
  sku,
  status,
  tags,
  text,
  time,
} from './arbitrary-circuit.ts';

const peering = { peering: peeringType };
const prefix = { ...peering, family: addressFamily };
const place = { ...prefix, link };
const standing = {
  before: fc.constantFrom(...sessionStates),
  after: fc.constantFrom('up' as const, 'down' as const),
};
export const fieldChange = fc.record({ field: text, before: text, after: text });

/** One of each kind: a kind added to the domain does not compile until it is here. */
const differences: { readonly [K in Difference['kind']]: fc.Arbitrary<Difference & { readonly kind: K }> } = {
  'circuit-found': fc.constant({ kind: 'circuit-found' }),
  'circuit-gone': fc.constant({ kind: 'circuit-gone' }),
  'provider-state': ofKind('provider-state', { before: providerState, after: providerState }),
  status: ofKind('status', { before: status, after: status }),
  'provisioning-failed': fc.constant({ kind: 'provisioning-failed' }),
  'provisioning-recovered': fc.constant({ kind: 'provisioning-recovered' }),
  'peering-added': ofKind('peering-added', { ...peering, state: peeringState }),
  'peering-removed': ofKind('peering-removed', peering),
  'peering-state': ofKind('peering-state', { ...peering, before: peeringState, after: peeringState }),
  'peering-changed': ofKind('peering-changed', {
    ...peering,
    by: fc.option(text, { nil: undefined }),
    fields: fc.array(fieldChange, { maxLength: 2 }),
  }),
  'prefixes-state': ofKind('prefixes-state', { ...prefix, before: prefixesState, after: prefixesState }),
  'prefix-state': ofKind('prefix-state', {
    ...prefix,
    prefix: text,
    before: fc.option(prefixState, { nil: undefined }),
    after: prefixState,
  }),
  bandwidth: ofKind('bandwidth', { beforeMbps: fc.nat(), afterMbps: fc.nat() }),
  sku: ofKind('sku', { before: sku, after: sku }),
  'order-overdue': ofKind('order-overdue', { promisedOn: text }),
  'provider-stuck': ofKind('provider-stuck', { sinceDays: fc.nat() }),
  'bgp-session': ofKind('bgp-session', {
    ...place,
    ...standing,
    bgpState: fc.option(text, { nil: undefined }),
  }),
  arp: ofKind('arp', { ...peering, ...standing, link }),
  'prefix-count': ofKind('prefix-count', {
    ...place,
    before: fc.nat(),
    after: fc.nat(),
    turn: fc.constantFrom('fell', 'near-limit', 'normal'),
    limit: fc.nat(),
  }),
  'vnet-link': ofKind('vnet-link', {
    connection: text,
    resourceGroup: text,
    gateway: text,
    before: text,
    after: text,
  }),
};

function ofKind<K extends string, T>(kind: K, fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) {
  return fc.record<T>(fields).map((rest) => ({ kind, ...rest }));
}

export const situation = fc.constantFrom(...situations);

export const nextStep = fc.constantFrom(
  { who: 'you', action: 'give-service-key' } as const,
  { who: 'microsoft', action: 'wait-for-azure' } as const,
  { who: 'nobody', action: 'nothing' } as const,
  {
    who: 'you',
    action: 'chase-provider',
    wait: { since: 1, orderNumber: 'A-1', promisedOn: '2026-11-20' },
  } as const,
);

export const circuitRef = fc.record({
  id: anyCircuitId,
  name: text,
  resourceGroup: text,
  subscriptionId: text,
  provider: text,
  peeringLocation: text,
  tags,
});

export const change: fc.Arbitrary<Change> = fc.record({
  id: fc.nat({ max: 30 }).map((index) => `poll.${index}`),
  at: time,
  circuit: circuitRef,
  difference: fc.oneof(...Object.values(differences)),
  situation,
  next: nextStep,
});
