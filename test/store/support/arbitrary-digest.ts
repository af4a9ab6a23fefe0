import fc from 'fast-check';
import {
  type Digest,
  type DigestLine,
  type DigestSight,
  type DigestView,
  digestReasons,
} from '../../../src/domain/alert/digest.ts';
import { type DigestTurnsNotice, turnKinds } from '../../../src/domain/alert/notice.ts';
import { changeKinds } from '../../../src/domain/circuit/changes.ts';
import { circuitRef } from './arbitrary-change.ts';
import { anyCircuitId, text, time } from './arbitrary-circuit.ts';
import { incidentId, incidentState, severity, step } from './arbitrary-incident.ts';
import { subject, trouble } from './arbitrary-trouble.ts';

const changeKind = fc.constantFrom(...changeKinds);
const small = fc.nat({ max: 3 });

const lineFacts = {
  severity,
  at: time,
  circuitId: fc.oneof(fc.constant('' as const), anyCircuitId),
  circuitName: text,
  resourceGroup: text,
};

const ofIncident = { kind: fc.constant('incident' as const), incidentId, subject, ...lineFacts };
const ofChange = { kind: fc.constant('change' as const), changeId: text, changeKind, ...lineFacts };
const line: fc.Arbitrary<DigestLine> = fc.oneof(fc.record(ofIncident), fc.record(ofChange));

const now = fc.record({ state: incidentState, severity, trouble });
const sight: fc.Arbitrary<DigestSight> = fc.oneof(
  line,
  fc.record({ ...ofIncident, now }),
  fc.record({ ...ofChange, now }),
);

const facts = {
  id: fc.constantFrom('d1', 'd2'),
  why: fc.constantFrom(...digestReasons),
  since: time,
  until: time,
  about: text,
};
const always = ['id', 'why', 'since', 'until'] as const;

export const digest: fc.Arbitrary<Digest> = fc.record(
  {
    ...facts,
    revision: small,
    channelId: fc.constantFrom('C1', 'C2'),
    lines: fc.array(line, { maxLength: 2 }),
    omitted: small,
  },
  { requiredKeys: [...always, 'revision', 'channelId', 'lines'] },
);

export const digestView: fc.Arbitrary<DigestView> = fc.record(
  {
    ...facts,
    total: small,
    incidents: fc.record({ open: small, clearing: small, over: small }),
    changes: fc.array(fc.record({ kind: changeKind, count: small }), { maxLength: 2 }),
    worst: severity,
    top: fc.array(sight, { maxLength: 2 }),
  },
  { requiredKeys: [...always, 'total', 'incidents', 'changes', 'worst', 'top'] },
);

const turn = fc.constantFrom(...turnKinds);

export const digestTurns: fc.Arbitrary<DigestTurnsNotice> = fc.record({
  kind: fc.constant('digest-turns' as const),
  digestId: text,
  at: time,
  counts: fc.record({ worse: small, again: small, back: small, over: small, other: small }),
  top: fc.array(
    fc.record(
      { incidentId, subject, circuit: circuitRef, severity, turn, step },
      { requiredKeys: ['incidentId', 'subject', 'severity', 'turn', 'step'] },
    ),
    { maxLength: 2 },
  ),
});
