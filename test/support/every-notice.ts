import type { Notice, Owed } from '../../src/domain/alert/notice.ts';
import type { RequestView } from '../../src/domain/approval/view.ts';
import { aChange, anOwed, circuitIdOf, subscription1, t0 } from './a-circuit.ts';
import { everyChange } from './every-difference.ts';

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
