import type { CircuitId } from '../../src/domain/circuit/circuit-id.ts';
import type {
  RegisteredPrefix,
  Registration,
} from '../../src/domain/validation/registration/registration.ts';

/** 203.0.113.0/24 of AS 64510, accepted by Microsoft: in RIPE, RPKI-valid, not signed for. */
export function aRegisteredPrefix(overrides: Partial<RegisteredPrefix> = {}): RegisteredPrefix {
  const { prefix = '203.0.113.0/24', asn = 64_510 } = overrides;
  return {
    prefix,
    family: 'ipv4',
    asn,
    isAccepted: true,
    irr: [
      {
        server: 'whois.ripe.net:43',
        at: 1_000,
        routes: [{ prefix, origin: asn, source: 'RIPE' }],
        had: [{ source: 'RIPE', isExact: true }],
      },
    ],
    rpki: { at: 1_000, state: 'valid', vrps: [], had: 'valid' },
    record: { at: 1_000, handle: 'NET-203-0-113', certificates: [] },
    doubted: [],
    ...overrides,
  };
}

export function aRegistration(circuitId: CircuitId, overrides: Partial<Registration> = {}): Registration {
  return { circuitId, at: 1_000, prefixes: [aRegisteredPrefix()], ...overrides };
}
