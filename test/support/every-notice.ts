import { incidentView } from '../../src/domain/alert/incidents/incident-view.ts';
import type { Notice, Owed } from '../../src/domain/alert/notice.ts';
import type { RequestView } from '../../src/domain/approval/view.ts';
import { aChange, anOwed, circuitIdOf, subscription1, t0 } from './a-circuit.ts';
import { anIncident } from './an-incident.ts';
import { everyChange } from './every-difference.ts';
import { aCaseNotice } from './slack-cases.ts';

const view: RequestView = {
  id: 'R-7K2Q',
  operation: 'delete',
  target: {
    id: circuitIdOf('lon-01'),
    subscriptionId: subscription1,
    resourceGroup: 'rg-net',
    name: 'lon-01',
  },
  changes: [{ field: 'Circuit', before: 'lon-01', after: '' }],
  seen: [{ name: 'Provider state', value: 'NotProvisioned' }],
  cautions: ['delete-is-final'],
  rule: { approvals: 1, from: 'approver', requesterMayApprove: false, expiresAfterMs: 86_400_000 },
  requestedBy: 'U0OMAR0001',
  requestedAt: t0,
  expiresAt: t0 + 86_400_000,
  approvals: [],
  state: { state: 'requested' },
};

const incident = incidentView(anIncident());
const { id, subject, circuit } = incident;

/** One notice of every kind; a kind that is forgotten here does not compile. */
const notices: { readonly [K in Notice['kind']]: Extract<Notice, { readonly kind: K }> } = {
  change: { kind: 'change', change: aChange(), cause: { requestId: 'R-7K2Q', by: 'U0OMAR0001' } },
  'catch-up': {
    kind: 'catch-up',
    why: 'away',
    since: t0 - 3_600_000,
    until: t0,
    changes: everyChange(),
    omitted: 3,
  },
  'first-sight': {
    kind: 'first-sight',
    subscriptionId: subscription1,
    at: t0,
    counts: [
      { situation: 'created', count: 1 },
      { situation: 'ready', count: 4 },
    ],
    attention: [
      { name: 'lon-01', resourceGroup: 'rg-net', next: { who: 'you', action: 'give-service-key' } },
    ],
    attentionCount: 1,
  },
  'channel-lost': {
    kind: 'channel-lost',
    channelId: 'C0NETOPS001',
    reason: 'archived',
    subscriptionCount: 2,
  },
  'store-recovered': { kind: 'store-recovered', at: t0, backupFrom: t0 - 60_000 },
  request: { kind: 'request', view },
  'request-ended': { kind: 'request-ended', view: { ...view, state: { state: 'expired', at: t0 } } },
  incident: { kind: 'incident', view: incident },
  'incident-steps': {
    kind: 'incident-steps',
    incidentId: id,
    subject,
    circuit,
    steps: incident.steps,
    omitted: 0,
  },
  digest: {
    kind: 'digest',
    view: {
      id: 'D-1',
      why: 'storm',
      since: t0,
      until: t0,
      total: 12,
      incidents: { open: 11, clearing: 0, over: 0 },
      changes: [{ kind: 'bandwidth', count: 1 }],
      worst: 'warning',
      top: [
        {
          kind: 'incident',
          incidentId: id,
          subject,
          severity: 'warning',
          at: t0,
          circuitId: circuitIdOf('lon-01'),
          circuitName: 'lon-01',
          resourceGroup: 'rg-net',
        },
      ],
    },
  },
  'digest-turns': {
    kind: 'digest-turns',
    digestId: 'D-1',
    at: t0,
    counts: { worse: 0, again: 0, back: 0, over: 0, other: 1 },
    top: incident.steps.map((step) => ({
      incidentId: id,
      subject,
      circuit,
      severity: 'warning',
      turn: 'other',
      step,
    })),
  },
  case: aCaseNotice,
  'case-entries': {
    kind: 'case-entries',
    caseId: aCaseNotice.view.id,
    circuit: aCaseNotice.view.circuit,
    entries: [{ kind: 'commented', at: t0, by: 'U0OMAR0001', text: 'The contract names the prefix.' }],
  },
};

function everyNotice(): readonly Notice[] {
  return Object.values(notices);
}

/** Something owed for every change kind and every notice kind, each under its own key. */
export function everyOwed(): readonly Owed[] {
  const changes = everyChange().map((change): Notice => ({ kind: 'change', change }));
  return [...changes, ...everyNotice().filter(({ kind }) => kind !== 'change')].map((notice, index) =>
    anOwed({ key: `every.${index}@C0NETOPS001`, notice }),
  );
}
