import fc from 'fast-check';
import type { Connectivity } from '../../../src/domain/circuit/connectivity.ts';
import { prefixTurns, sessionBases, sessionStates } from '../../../src/domain/peering/session.ts';
import { addressFamily, anyCircuitId, link, peeringType, text, time } from './arbitrary-circuit.ts';

export const sessionState = fc.constantFrom(...sessionStates);
export const sessionBasis = fc.constantFrom(...sessionBases);

const session = fc.record(
  {
    peering: peeringType,
    link,
    family: addressFamily,
    state: sessionState,
    since: time,
    basis: sessionBasis,
    bgpState: text,
    prefixes: fc.nat(),
    usualPrefixes: fc.nat(),
    prefixesSince: time,
    prefixTurn: fc.constantFrom(...prefixTurns),
  },
  { requiredKeys: ['peering', 'link', 'family', 'state', 'since', 'basis'] },
);

const short = { maxLength: 2 };

export const connectivity: fc.Arbitrary<Connectivity> = fc.record({
  circuitId: anyCircuitId,
  sessions: fc.array(session, short),
  arp: fc.array(fc.record({ peering: peeringType, link, state: sessionState, since: time }), short),
  connections: fc.array(
    fc.record(
      { name: text, resourceGroup: text, gateway: text, status: text, lastSettled: text },
      { requiredKeys: ['name', 'resourceGroup', 'gateway', 'status'] },
    ),
    short,
  ),
});
