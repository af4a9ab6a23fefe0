import fc from 'fast-check';
import { blindReasons, type SessionSight, type Trouble } from '../../../src/domain/alert/condition.ts';
import { blindSpots, type Subject } from '../../../src/domain/alert/subject.ts';
import {
  addressFamily,
  anyCircuitId,
  link,
  peeringType,
  prefixesState,
  prefixState,
  status,
  text,
  time,
} from './arbitrary-circuit.ts';
import { sessionBasis, sessionState } from './arbitrary-connectivity.ts';
import { registryLoss } from './arbitrary-registration.ts';

const short = { maxLength: 2 };

function ofKind<K extends string, T>(kind: K, fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) {
  return fc.record<T>(fields).map((rest) => ({ kind, ...rest }));
}

const ofCircuit = { circuitId: anyCircuitId };
const ofFamily = { ...ofCircuit, peering: peeringType, family: addressFamily };

/** One of each kind, here and below: one added to the domain does not compile until it is here. */
const subjects: { readonly [K in Subject['kind']]: fc.Arbitrary<Subject & { readonly kind: K }> } = {
  connectivity: ofKind('connectivity', { ...ofCircuit, peering: peeringType }),
  'prefix-limit': ofKind('prefix-limit', ofFamily),
  'prefix-drop': ofKind('prefix-drop', ofFamily),
  provisioning: ofKind('provisioning', ofCircuit),
  status: ofKind('status', ofCircuit),
  validation: ofKind('validation', ofFamily),
  registry: ofKind('registry', { ...ofCircuit, family: addressFamily }),
  certificate: ofKind('certificate', ofCircuit),
  'vnet-link': ofKind('vnet-link', { ...ofCircuit, resourceGroup: text, connection: text }),
  blind: ofKind('blind', { spot: fc.constantFrom(...blindSpots), scope: text }),
};
export const subject = fc.oneof(...Object.values(subjects));

const sight: fc.Arbitrary<SessionSight> = fc.record(
  {
    link,
    family: addressFamily,
    state: sessionState,
    since: time,
    basis: sessionBasis,
    bgpState: text,
    peerAddress: text,
    peerAsn: fc.nat(),
    prefixes: fc.nat(),
    arp: sessionState,
  },
  { requiredKeys: ['link', 'family', 'state', 'since', 'basis', 'arp'] },
);

const troubles: { readonly [K in Trouble['kind']]: fc.Arbitrary<Trouble & { readonly kind: K }> } = {
  connectivity: ofKind('connectivity', {
    extent: fc.constantFrom('degraded', 'down', 'layer-2'),
    sessions: fc.array(sight, short),
  }),
  'prefix-limit': ofKind('prefix-limit', { link, prefixes: fc.nat(), limit: fc.nat() }),
  'prefix-drop': ofKind('prefix-drop', { link, prefixes: fc.nat(), usualPrefixes: fc.nat(), since: time }),
  provisioning: ofKind('provisioning', { parts: fc.array(text, short) }),
  status: ofKind('status', { status }),
  validation: ofKind('validation', {
    state: prefixesState,
    prefixes: fc.array(fc.record({ prefix: text, state: prefixState }), short),
    omitted: fc.nat(),
  }),
  registry: ofKind('registry', {
    prefixes: fc.array(
      fc.record({ prefix: text, asn: fc.nat(), losses: fc.array(registryLoss, short) }),
      short,
    ),
    omitted: fc.nat(),
  }),
  certificate: ofKind('certificate', {
    stage: fc.constantFrom('month', 'week', 'ended'),
    prefixes: fc.array(fc.record({ prefix: text, endsAt: time }), short),
    omitted: fc.nat(),
  }),
  'vnet-link': ofKind('vnet-link', { connection: text, gateway: text, status: text }),
  blind: fc.record(
    {
      kind: fc.constant('blind' as const),
      reason: fc.constantFrom(...blindReasons),
      detail: text,
      lastGoodAt: time,
      amount: fc.nat(),
    },
    { requiredKeys: ['kind', 'reason'] },
  ),
};
export const trouble = fc.oneof(...Object.values(troubles));
