import fc from 'fast-check';
import {
  type Digest,
  type DigestLine,
  type DigestView,
  digestReasons,
} from '../../../src/domain/alert/digest.ts';
import { changeKinds } from '../../../src/domain/circuit/changes.ts';
import { anyCircuitId, text, time } from './arbitrary-circuit.ts';
import { incidentId, severity } from './arbitrary-incident.ts';

const changeKind = fc.constantFrom(...changeKinds);
const small = fc.nat({ max: 3 });

const lineFacts = {
  severity,
  at: time,
  circuitId: fc.oneof(fc.constant('' as const), anyCircuitId),
  circuitName: text,
  resourceGroup: text,
};

const line: fc.Arbitrary<DigestLine> = fc.oneof(
  fc.record({ kind: fc.constant('incident' as const), incidentId, ...lineFacts }),
  fc.record({ kind: fc.constant('change' as const), changeId: text, changeKind, ...lineFacts }),
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
    top: fc.array(line, { maxLength: 2 }),
  },
  { requiredKeys: [...always, 'total', 'incidents', 'changes', 'worst', 'top'] },
);
