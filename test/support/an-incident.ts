import type { ConnectivityTrouble, SessionSight } from '../../src/domain/alert/condition.ts';
import type { Incident, Telling } from '../../src/domain/alert/incident.ts';
import { aCircuitRef, t0 } from './a-circuit.ts';

/** A session of the secondary link that was lost at `t0`, as an incident shows it. */
export function aSessionSight(overrides: Partial<SessionSight> = {}): SessionSight {
  return {
    link: 'secondary',
    family: 'ipv4',
    state: 'down',
    since: t0,
    basis: 'routes',
    peerAddress: '198.51.100.5',
    peerAsn: 64_510,
    arp: 'up',
    ...overrides,
  };
}

/** One link of two lost: traffic still flows, redundancy is gone. */
export function aConnectivityTrouble(overrides: Partial<ConnectivityTrouble> = {}): ConnectivityTrouble {
  return {
    kind: 'connectivity',
    extent: 'degraded',
    sessions: [
      aSessionSight({
        link: 'primary',
        state: 'up',
        since: t0 - 86_400_000,
        peerAddress: '198.51.100.1',
        prefixes: 47,
      }),
      aSessionSight({ bgpState: 'Active' }),
    ],
    ...overrides,
  };
}

export function aTelling(overrides: Partial<Telling> = {}): Telling {
  const channelId = overrides.channelId ?? 'C0NETOPS001';
  return {
    channelId,
    form: 'card',
    card: `incident.INC-7K2QF@${channelId}`,
    bumps: 0,
    toldSeverity: 'warning',
    toldStep: 0,
    ...overrides,
  };
}

/** Open since `t0`: the secondary link of lon-01's Microsoft peering is down. Told to nobody. */
export function anIncident(overrides: Partial<Incident> = {}): Incident {
  const circuit = overrides.circuit ?? aCircuitRef();
  const trouble = overrides.trouble ?? aConnectivityTrouble();
  const severity = overrides.severity ?? 'warning';
  return {
    id: 'INC-7K2QF',
    revision: 1,
    subject: { kind: 'connectivity', circuitId: circuit.id, peering: 'MicrosoftPeering' },
    circuit,
    state: 'open',
    severity,
    trouble,
    firstBadAt: t0,
    openedAt: t0,
    bads: [t0],
    reopened: 0,
    steps: [{ n: 1, at: t0, what: { kind: 'opened', severity, trouble } }],
    omittedSteps: 0,
    tellings: [],
    ...overrides,
  };
}
