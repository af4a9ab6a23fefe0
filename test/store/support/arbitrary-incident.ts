import fc from 'fast-check';
import { goneReasons } from '../../../src/domain/alert/condition.ts';
import {
  type Incident,
  type IncidentStep,
  incidentStates,
  type StepWhat,
  type Telling,
} from '../../../src/domain/alert/incident.ts';
import type { IncidentView } from '../../../src/domain/alert/notice.ts';
import { severities } from '../../../src/domain/alert/severity.ts';
import { circuitRef } from './arbitrary-change.ts';
import { text, time } from './arbitrary-circuit.ts';
import { subject, trouble } from './arbitrary-trouble.ts';

export const severity = fc.constantFrom(...severities);
export const incidentId = fc.constantFrom('i1', 'i2', 'i3');
export const alertCard = fc.constantFrom('incident.i1@C1', 'digest.d1', 'card-1');
export const incidentState = fc.constantFrom(...incidentStates);
const small = fc.nat({ max: 3 });
const short = { maxLength: 2 };

const ending = fc.oneof(
  fc.constant({ kind: 'well' } as const),
  fc.record({ kind: fc.constant('gone' as const), why: fc.constantFrom(...goneReasons) }),
);

function ofKind<K extends string, T>(kind: K, fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) {
  return fc.record<T>(fields).map((rest) => ({ kind, ...rest }));
}

const bad = { severity, trouble };

/** One of each kind: one added to the domain does not compile until it is here. */
const whats: { readonly [K in StepWhat['kind']]: fc.Arbitrary<StepWhat & { readonly kind: K }> } = {
  opened: ofKind('opened', bad),
  changed: ofKind('changed', bad),
  well: fc.constant({ kind: 'well' }),
  'bad-again': ofKind('bad-again', bad),
  resolved: ofKind('resolved', { lastedMs: time, ending }),
  reopened: ofKind('reopened', bad),
  flapping: ofKind('flapping', { times: small, withinMs: time }),
  calm: ofKind('calm', { times: small }),
  acknowledged: ofKind('acknowledged', { by: text, note: fc.option(text, { nil: undefined }) }),
  assigned: ofKind('assigned', { to: text, by: text }),
  muted: ofKind('muted', { by: text, until: time, channelId: text }),
};

export const step: fc.Arbitrary<IncidentStep> = fc.record({
  n: small,
  at: time,
  what: fc.oneof(...Object.values(whats)),
});

const shown = {
  id: incidentId,
  subject,
  circuit: circuitRef,
  state: incidentState,
  severity,
  trouble,
  firstBadAt: time,
  openedAt: time,
  goodSince: time,
  resolvedAt: time,
  ending,
  flapping: fc.record({ since: time, times: small, lastTurnAt: time, shownAt: time }),
  reopened: small,
  steps: fc.array(step, short),
  acknowledged: fc.record({ by: text, at: time, note: text }, { requiredKeys: ['by', 'at'] }),
  assigned: fc.record({ to: text, by: text, at: time }),
  cause: fc.record({ requestId: text, by: text }),
};
const alwaysShown = [
  'id',
  'subject',
  'state',
  'severity',
  'trouble',
  'firstBadAt',
  'reopened',
  'steps',
] as const;

const telling: fc.Arbitrary<Telling> = fc.record(
  {
    channelId: fc.constantFrom('C1', 'C2'),
    form: fc.constantFrom('card', 'digest', 'held'),
    card: alertCard,
    bumps: small,
    toldSeverity: severity,
    toldStep: small,
  },
  { requiredKeys: ['channelId', 'form', 'bumps', 'toldSeverity', 'toldStep'] },
);

export const incident: fc.Arbitrary<Incident> = fc.record(
  {
    ...shown,
    revision: small,
    bads: fc.array(time, short),
    omittedSteps: small,
    tellings: fc.array(telling, short),
  },
  { requiredKeys: [...alwaysShown, 'revision', 'bads', 'omittedSteps', 'tellings'] },
);

export const incidentView: fc.Arbitrary<IncidentView> = fc.record(
  {
    ...shown,
    during: fc.record({ windowId: text, note: text, until: time }),
    isMoved: fc.constant(true as const),
  },
  { requiredKeys: [...alwaysShown] },
);
