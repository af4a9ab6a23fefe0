import type {
  Holder,
  PrefixEvidence,
  RouteObject,
  Silence,
  Told,
  Vrp,
} from '../../src/domain/validation/evidence.ts';
import { t0 } from './a-circuit.ts';

export const ripe = 'whois.ripe.net:43';
export const radb = 'whois.radb.net:43';

export function told<T>(value: T, at = t0): Told<T> {
  return { kind: 'told', value, at };
}

export function silent(why: Silence = 'timed-out') {
  return { kind: 'silent', why } as const;
}

export function aRoute(overrides: Partial<RouteObject> = {}): RouteObject {
  return { prefix: '203.0.113.0/24', origin: 64_510, source: 'RIPE', ...overrides };
}

export function aVrp(overrides: Partial<Vrp> = {}): Vrp {
  return { prefix: '203.0.113.0/24', maxLength: 24, asn: 64_510, ta: 'ripe', ...overrides };
}

export function aHolder(overrides: Partial<Holder> = {}): Holder {
  return {
    handle: 'NET-203-0-113',
    organization: 'Northwind Traders',
    firstAddress: '203.0.113.0',
    lastAddress: '203.0.113.255',
    registry: 'rdap.db.ripe.net',
    remarks: [],
    certificates: [],
    ...overrides,
  };
}

/** All that is well: one server with the route object, a ROA, a holder. */
export function aPrefixEvidence(overrides: Partial<PrefixEvidence> = {}): PrefixEvidence {
  const { prefix = '203.0.113.0/24' } = overrides;
  return {
    prefix,
    family: 'ipv4',
    irr: [{ server: ripe, told: told([aRoute({ prefix })]) }],
    rpki: told({ vrps: [aVrp({ prefix })] }),
    holder: told(aHolder()),
    ...overrides,
  };
}

/** Nobody answers. */
export function noEvidence(evidence: PrefixEvidence): PrefixEvidence {
  return {
    ...evidence,
    irr: evidence.irr.map(({ server }) => ({ server, told: silent() })),
    rpki: silent('unreachable'),
    holder: silent('throttled'),
  };
}
