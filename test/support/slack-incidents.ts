import {
  type BlindReason,
  blindReasons,
  type ConnectivityTrouble,
  goneReasons,
  type SessionSight,
  type Trouble,
} from '../../src/domain/alert/condition.ts';
import type { Incident, StepWhat } from '../../src/domain/alert/incident.ts';
import { incidentView } from '../../src/domain/alert/incidents/incident-view.ts';
import type { DigestTurn, IncidentView } from '../../src/domain/alert/notice.ts';
import { severities } from '../../src/domain/alert/severity.ts';
import { type BlindSpot, blindSpots, type Subject } from '../../src/domain/alert/subject.ts';
import type { CircuitRef } from '../../src/domain/circuit/changes.ts';
import { circuitRef } from '../../src/domain/circuit/survey.ts';
import { links } from '../../src/domain/peering/link.ts';
import { addressFamilies } from '../../src/domain/peering/peering.ts';
import { sessionBases, sessionStates } from '../../src/domain/peering/session.ts';
import { subscription1, t0 } from './a-circuit.ts';
import { anIncident, aSessionSight } from './an-incident.ts';
import { certificateTroublesOf, registryTroublesOf } from './registry-losses.ts';
import { type Cast, owner } from './slack-cast.ts';

type Told = { readonly subject: Subject; readonly trouble: Trouble };
type TroubleKind = Trouble['kind'];

/** One link, both, one family, with and without layer 2, told by the edge and by the metric alone. */
function sessionsOf(text: string): readonly (readonly SessionSight[])[] {
  const places = links.flatMap((link) => addressFamilies.map((family) => ({ link, family })));
  const all = (state: SessionSight['state'], arp: SessionSight['arp']) =>
    places.map((place) => aSessionSight({ ...place, state, arp, bgpState: text, peerAddress: text }));
  const downAt = (isDown: (one: SessionSight) => boolean) =>
    all('up', 'up').map((one): SessionSight => (isDown(one) ? { ...one, state: 'down' } : one));
  const bare = aSessionSight({ peerAddress: undefined, peerAsn: undefined, basis: 'metric', arp: 'unknown' });
  return [
    ...sessionStates.flatMap((state) => sessionStates.map((arp) => all(state, arp))),
    ...links.map((link) => downAt((one) => one.link === link)),
    ...addressFamilies.map((family) => downAt((one) => one.family === family)),
    downAt(({ link, family }) => link === 'primary' && family === 'ipv6'),
    downAt(({ link, family }) => (link === 'primary') === (family === 'ipv6')),
    ...['Idle', 'Active', 'Connect', 'OpenSent', 'OpenConfirm'].map((bgpState) => [
      aSessionSight({ link: 'primary', state: 'up' }),
      aSessionSight({ bgpState }),
    ]),
    ...sessionBases.map((basis) => [{ ...bare, basis }]),
    [aSessionSight({ arp: 'up' }), aSessionSight({ link: 'primary', arp: 'down' })],
    [],
  ];
}

/** Every kind of trouble with every value that decides on its words; a kind that is forgotten does not compile. */
function troublesOf({ known: { circuit }, text }: Cast): {
  readonly [K in TroubleKind]: readonly (Told & { readonly trouble: { readonly kind: K } })[];
} {
  const circuitId = circuit.id;
  const peering = { unrecognised: text };
  const ofFamily = { circuitId, peering: 'AzurePrivatePeering', family: 'ipv6' } as const;
  return {
    connectivity: sessionsOf(text).map((sessions, index) => ({
      subject: {
        kind: 'connectivity',
        circuitId,
        peering: index % 3 === 0 ? peering : 'MicrosoftPeering',
      } as const,
      trouble: { kind: 'connectivity', extent: extentOf(sessions), sessions } as const,
    })),
    'prefix-limit': [3_300, 4_001].flatMap((prefixes) =>
      [4_000, 200].map((limit) => ({
        subject: { kind: 'prefix-limit', ...ofFamily } as const,
        trouble: { kind: 'prefix-limit', link: 'primary', prefixes, limit } as const,
      })),
    ),
    'prefix-drop': [0, 1, 12].map((prefixes) => ({
      subject: { kind: 'prefix-drop', ...ofFamily, peering } as const,
      trouble: { kind: 'prefix-drop', link: 'secondary', prefixes, usualPrefixes: 47, since: t0 } as const,
    })),
    provisioning: [[], ['circuit'], Array.from({ length: 9 }, () => text)].map((parts) => ({
      subject: { kind: 'provisioning', circuitId } as const,
      trouble: { kind: 'provisioning', parts } as const,
    })),
    status: (['Disabled', peering] as const).map((status) => ({
      subject: { kind: 'status', circuitId } as const,
      trouble: { kind: 'status', status } as const,
    })),
    validation: [0, 1, 50].flatMap((count) =>
      (['ValidationNeeded', peering] as const).map((state) => ({
        subject: { kind: 'validation', ...ofFamily } as const,
        trouble: {
          kind: 'validation',
          state,
          prefixes: Array.from({ length: count }, () => ({ prefix: text, state: peering })),
          omitted: count === 50 ? 150 : 0,
        } as const,
      })),
    ),
    registry: registryTroublesOf(text).map((trouble, index) => ({
      subject: { kind: 'registry', circuitId, family: index % 2 === 0 ? 'ipv4' : 'ipv6' } as const,
      trouble,
    })),
    certificate: certificateTroublesOf(text).map((trouble) => ({
      subject: { kind: 'certificate', circuitId } as const,
      trouble,
    })),
    'vnet-link': ['NotConnected', text].map((status) => ({
      subject: { kind: 'vnet-link', circuitId, resourceGroup: text, connection: text } as const,
      trouble: { kind: 'vnet-link', connection: text, gateway: text, status } as const,
    })),
    blind: [
      ...blindReasons.map((reason) => aBlindOne('subscription', reason, text)),
      ...blindSpots.flatMap((spot) => ['', subscription1].map((scope) => aBlindOne(spot, 'skewed', scope))),
    ],
  };
}

/** What the conditions would make of them. */
function extentOf(sessions: readonly SessionSight[]): ConnectivityTrouble['extent'] {
  if (sessions.every(({ state }) => state !== 'down')) return 'layer-2';
  const isLost = addressFamilies.some((family) => {
    const own = sessions.filter((one) => one.family === family);
    return own.length > 0 && own.every(({ state }) => state === 'down');
  });
  return isLost ? 'down' : 'degraded';
}

function aBlindOne(spot: BlindSpot, reason: BlindReason, scope: string) {
  const more = scope === '' ? {} : { detail: scope, lastGoodAt: t0 - 600_000, amount: 3 };
  return {
    subject: { kind: 'blind', spot, scope } as const,
    trouble: { kind: 'blind', reason, ...more } as const,
  };
}

/** An incident of every kind of trouble. Blindness is of no circuit. */
export function incidentsOf(cast: Cast): readonly Incident[] {
  const circuit = circuitRef(cast.known.circuit);
  return Object.values(troublesOf(cast))
    .flat()
    .map(({ subject, trouble }, index) => incidentOf({ subject, trouble }, circuit, index));
}

function incidentOf({ subject, trouble }: Told, circuit: CircuitRef, index: number): Incident {
  const severity = severities[index % severities.length] ?? 'warning';
  const { circuit: _, ...bare } = anIncident({ subject, trouble, severity, id: `INC-${index}` });
  return subject.kind === 'blind' ? bare : { ...bare, circuit };
}

type States = readonly Partial<IncidentView>[];

/** Everything that can be told of an incident beside its trouble. */
function statesOf({ text }: Cast): States {
  const resolved = { state: 'resolved', goodSince: t0 + 240_000, resolvedAt: t0 + 300_000 } as const;
  const flapping = { since: t0, times: 7, lastTurnAt: t0 + 600_000, shownAt: t0 };
  return [
    { state: 'pending' },
    { state: 'clearing', goodSince: t0 + 240_000 },
    { ...resolved, ending: { kind: 'well' } },
    { ...resolved, ending: { kind: 'well' }, reopened: 1, acknowledged: { by: owner, at: t0 } },
    { ...resolved, ending: { kind: 'well' }, reopened: 3 },
    ...goneReasons.map((why) => ({ ...resolved, ending: { kind: 'gone', why } as const })),
    { flapping },
    { flapping, state: 'clearing', goodSince: t0 + 600_000 },
    { reopened: 1 },
    { reopened: 2, isMoved: true },
    { acknowledged: { by: owner, at: t0, note: text }, assigned: { to: owner, by: owner, at: t0 } },
    {
      acknowledged: { by: owner, at: t0 },
      assigned: { to: owner, by: 'U0ANA00001', at: t0 },
      cause: { requestId: 'R-7K2Q', by: owner },
      during: { windowId: 'MW-3F7', note: text, until: t0 + 3_600_000 },
    },
    { during: { windowId: 'MW-3F7', note: '', until: t0 + 3_600_000 } },
  ];
}

/** Each trouble while it is open, and one of each kind in every state. */
export function incidentViewsOf(cast: Cast): readonly IncidentView[] {
  const open = incidentsOf(cast).map((incident) => incidentView(incident));
  const ofKinds = [...new Map(open.map((view) => [view.trouble.kind, view])).values()];
  const states = statesOf(cast);
  return [...open, ...ofKinds.flatMap((view) => states.map((state) => ({ ...view, ...state })))];
}

/** Every kind of step; a kind that is forgotten does not compile. */
function stepsOf(trouble: Trouble, text: string): { readonly [K in StepWhat['kind']]: readonly StepWhat[] } {
  const bad = { severity: 'critical', trouble } as const;
  return {
    opened: severities.map((severity) => ({ kind: 'opened', severity, trouble })),
    changed: [{ kind: 'changed', ...bad }],
    well: [{ kind: 'well' }],
    'bad-again': [{ kind: 'bad-again', ...bad }],
    resolved: [
      { kind: 'resolved', lastedMs: 240_000, ending: { kind: 'well' } },
      ...goneReasons.map(
        (why) => ({ kind: 'resolved', lastedMs: 0, ending: { kind: 'gone', why } }) as const,
      ),
    ],
    reopened: [{ kind: 'reopened', ...bad }],
    flapping: [{ kind: 'flapping', times: 3, withinMs: 600_000 }],
    calm: [
      { kind: 'calm', times: 1 },
      { kind: 'calm', times: 9 },
    ],
    acknowledged: [
      { kind: 'acknowledged', by: owner },
      { kind: 'acknowledged', by: owner, note: text },
    ],
    assigned: [
      { kind: 'assigned', to: owner, by: owner },
      { kind: 'assigned', to: owner, by: 'U0ANA00001' },
    ],
    muted: [{ kind: 'muted', by: owner, until: t0 + 7_200_000, channelId: 'C0NETOPS001' }],
  };
}

/** What happened to each incident in turn: every step of each kind of trouble. */
export function turnsOf(cast: Cast): readonly DigestTurn[] {
  const ofKinds = [...new Map(incidentsOf(cast).map((one) => [one.trouble.kind, one])).values()];
  return ofKinds.flatMap(({ id, subject, circuit, severity, trouble }) =>
    Object.values(stepsOf(trouble, cast.text))
      .flat()
      .map((what, index) => ({
        incidentId: id,
        subject,
        ...(circuit ? { circuit } : {}),
        severity,
        turn: 'other' as const,
        step: { n: index + 1, at: t0 + index * 60_000, what },
      })),
  );
}
