import fc from 'fast-check';
import type { Notice, Owed } from '../../../src/domain/alert/notice.ts';
import { suspensionReasons } from '../../../src/domain/alert/suspension.ts';
import { changeKinds } from '../../../src/domain/circuit/changes.ts';
import type { Transaction } from '../../../src/usecases/store.ts';
import { caseView, validationCase } from './arbitrary-case.ts';
import { caseEntries } from './arbitrary-case-entries.ts';
import { change, circuitRef, nextStep, situation } from './arbitrary-change.ts';
import { anyCircuitId, knownCircuit, text, time } from './arbitrary-circuit.ts';
import { connectivity } from './arbitrary-connectivity.ts';
import { digest, digestTurns, digestView } from './arbitrary-digest.ts';
import { alertCard, incident, incidentId, incidentView, severity, step } from './arbitrary-incident.ts';
import { filter, held, heldId, maintenanceWindow, quietHours, windowId } from './arbitrary-quiet.ts';
import { auditEntry, entryId, order } from './arbitrary-record.ts';
import { registration } from './arbitrary-registration.ts';
import { request, requestView } from './arbitrary-request.ts';
import { subject } from './arbitrary-trouble.ts';

const channelId = fc.constantFrom('C1', 'C2', 'C3');
const key = fc.nat({ max: 12 }).map((index) => `key-${index}`);
const id = fc.constantFrom('s1', 's2', 's3');
const reason = fc.constantFrom(...suspensionReasons);
const short = { maxLength: 2 };

/** One of each kind: a kind added to the domain does not compile until it is here. */
const notices: { readonly [K in Notice['kind']]: fc.Arbitrary<Notice & { readonly kind: K }> } = {
  change: fc.record({ kind: fc.constant('change' as const), change }),
  'catch-up': fc.record({
    kind: fc.constant('catch-up' as const),
    why: fc.constantFrom('away', 'channel-back'),
    since: time,
    until: time,
    changes: fc.array(change, short),
    omitted: fc.nat(),
  }),
  'first-sight': fc.record({
    kind: fc.constant('first-sight' as const),
    subscriptionId: text,
    at: time,
    counts: fc.array(fc.record({ situation, count: fc.nat() }), short),
    attention: fc.array(fc.record({ name: text, resourceGroup: text, next: nextStep }), short),
    attentionCount: fc.nat(),
  }),
  'channel-lost': fc.record({
    kind: fc.constant('channel-lost' as const),
    channelId,
    reason,
    subscriptionCount: fc.nat(),
  }),
  'store-recovered': fc.record({ kind: fc.constant('store-recovered' as const), at: time, backupFrom: time }),
  request: fc.record({ kind: fc.constant('request' as const), view: requestView }),
  'request-ended': fc.record({ kind: fc.constant('request-ended' as const), view: requestView }),
  incident: fc.record({ kind: fc.constant('incident' as const), view: incidentView }),
  'incident-steps': fc.record(
    {
      kind: fc.constant('incident-steps' as const),
      incidentId,
      subject,
      circuit: circuitRef,
      steps: fc.array(step, short),
      omitted: fc.nat(),
    },
    { requiredKeys: ['kind', 'incidentId', 'subject', 'steps', 'omitted'] },
  ),
  digest: fc.record({ kind: fc.constant('digest' as const), view: digestView }),
  'digest-turns': digestTurns,
  case: fc.record({ kind: fc.constant('case' as const), view: caseView }),
  'case-entries': caseEntries,
};

/** The request's and the case's are as requestCard and caseCard name them. */
const card = fc.oneof(fc.constantFrom('card-2', 'request.r1', 'case.c1'), alertCard);

const owed: fc.Arbitrary<Owed> = fc.record(
  {
    key,
    to: fc.oneof(fc.record({ channelId }), fc.record({ userId: text })),
    notice: fc.oneof(...Object.values(notices)),
    owedAt: time,
    card,
    replyTo: card,
  },
  { requiredKeys: ['key', 'to', 'notice', 'owedAt'] },
);

const changeKind = fc.constantFrom(...changeKinds);
const wish = fc.record(
  { filter, kinds: fc.array(changeKind, short), atLeast: severity },
  { requiredKeys: ['filter', 'kinds'] },
);

const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

/** Any transaction; names and keys are few, so that a sequence of them collides. */
export const transaction: fc.Arbitrary<Transaction> = fc.record(
  {
    putCircuits: few(knownCircuit),
    removeCircuits: few(anyCircuitId),
    putWatched: few(
      fc.record(
        {
          subscriptionId: fc.constantFrom('sub-1', 'sub-2'),
          firstReadAt: time,
          lastReadAt: time,
          emptyDoubted: fc.constant(true as const),
        },
        { requiredKeys: ['subscriptionId', 'firstReadAt', 'lastReadAt'] },
      ),
    ),
    addChanges: few(change),
    owe: few(owed),
    settle: few(key),
    park: few(fc.record({ owed, reason: text, parkedAt: time })),
    putSubscriptions: few(fc.record({ id, channelId, ownerId: text, createdAt: time, wish })),
    removeSubscriptions: few(id),
    putMutes: few(
      fc.record(
        {
          channelId,
          circuitId: anyCircuitId,
          circuitName: text,
          kind: changeKind,
          until: time,
          byUserId: text,
          since: time,
        },
        { requiredKeys: ['channelId', 'circuitId', 'circuitName', 'until', 'byUserId'] },
      ),
    ),
    removeMutes: few(
      fc.record(
        { channelId, circuitId: anyCircuitId, kind: changeKind },
        { requiredKeys: ['channelId', 'circuitId'] },
      ),
    ),
    putQuietHours: few(quietHours),
    removeQuietHours: few(channelId),
    putWindows: few(maintenanceWindow),
    removeWindows: few(windowId),
    putConnectivity: few(connectivity),
    putRegistrations: few(registration),
    putIncidents: few(incident),
    removeIncidents: few(incidentId),
    putDigests: few(digest),
    hold: few(held),
    unhold: few(heldId),
    putSuspensions: few(fc.record({ channelId, reason, since: time })),
    removeSuspensions: few(channelId),
    putRequests: fc.array(request, { maxLength: 1 }),
    putCases: fc.array(validationCase, { maxLength: 1 }),
    putOrders: few(fc.record({ circuitId: anyCircuitId, order })),
    removeOrders: few(anyCircuitId),
    putPosted: few(fc.record({ card, posted: fc.record({ channelId: text, ts: text }) })),
    audit: few(auditEntry),
    settleAudit: few(entryId),
  },
  { requiredKeys: [] },
);
