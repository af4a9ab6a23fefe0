import { type Digest, type DigestLine, digestCard } from '../../../src/domain/alert/digest.ts';
import { type Incident, incidentCard } from '../../../src/domain/alert/incident.ts';
import type { Held, MaintenanceWindow, QuietHours } from '../../../src/domain/alert/quiet.ts';
import type { Connectivity } from '../../../src/domain/circuit/connectivity.ts';
import { aChange, circuitId, inLondon } from './builders.ts';

const subject = { kind: 'status', circuitId: circuitId(inLondon) } as const;

/** A circuit that is disabled; the incident is open and told in C1 by its own message. */
export function anIncident(id: string, overrides: Partial<Incident> = {}): Incident {
  return {
    id,
    revision: 1,
    subject,
    state: 'open',
    severity: 'critical',
    trouble: { kind: 'status', status: 'Disabled' },
    firstBadAt: 1_000,
    openedAt: 1_000,
    bads: [1_000],
    reopened: 0,
    steps: [],
    omittedSteps: 0,
    tellings: [
      {
        channelId: 'C1',
        form: 'card',
        card: `${incidentCard(id)}@C1`,
        bumps: 0,
        toldSeverity: 'critical',
        toldStep: 0,
      },
    ],
    ...overrides,
  };
}

export function resolved(id: string, resolvedAt: number, overrides: Partial<Incident> = {}): Incident {
  return anIncident(id, { state: 'resolved', resolvedAt, ending: { kind: 'well' }, ...overrides });
}

export function aDigest(id: string, incidentIds: readonly string[], overrides: Partial<Digest> = {}): Digest {
  return {
    id,
    revision: 1,
    channelId: 'C1',
    why: 'storm',
    since: 1_000,
    until: 1_000,
    lines: incidentIds.map(aLine),
    ...overrides,
  };
}

function aLine(incidentId: string): DigestLine {
  const { name: circuitName, resourceGroup } = inLondon;
  const circuit = { circuitId: circuitId(inLondon), circuitName, resourceGroup };
  return { kind: 'incident', incidentId, subject, severity: 'critical', at: 1_000, ...circuit };
}

export const cardOf = { incident: (id: string) => `${incidentCard(id)}@C1`, digest: digestCard };

export function aHeld(id: string, overrides: Partial<Held> = {}): Held {
  const what = { kind: 'change', change: aChange() } as const;
  return { id, channelId: 'C1', at: 1_000, why: { kind: 'quiet-hours' }, what, ...overrides };
}

export function quietNights(overrides: Partial<QuietHours> = {}): QuietHours {
  const hours = { fromMinute: 1_320, toMinute: 420, days: [], zone: 'Europe/London' };
  return { channelId: 'C1', byUserId: 'U1', ...hours, ...overrides };
}

export function aWindow(id: string, overrides: Partial<MaintenanceWindow> = {}): MaintenanceWindow {
  return {
    id,
    from: 1_000,
    until: 9_000,
    filter: [{ key: 'location', value: 'London' }],
    effect: 'hold',
    note: 'fibre work',
    source: { kind: 'person', userId: 'U1', channelId: 'C1' },
    ...overrides,
  };
}

export function aConnectivity(overrides: Partial<Connectivity> = {}): Connectivity {
  return {
    circuitId: circuitId(inLondon),
    sessions: [
      {
        peering: 'AzurePrivatePeering',
        link: 'primary',
        family: 'ipv4',
        state: 'up',
        since: 1_000,
        basis: 'routes',
        prefixes: 47,
      },
    ],
    arp: [],
    connections: [],
    ...overrides,
  };
}
