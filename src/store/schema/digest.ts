import { z } from 'zod';
import { digestReasons } from '../../domain/alert/digest.ts';
import { turnKinds } from '../../domain/alert/notice.ts';
import { changeKinds } from '../../domain/circuit/changes.ts';
import { CircuitId } from './circuit-id.ts';
import { CircuitRef } from './circuit-ref.ts';
import { IncidentState } from './incident.ts';
import { IncidentStep } from './incident-step.ts';
import { Severity } from './severity.ts';
import { Subject } from './subject.ts';
import { Trouble } from './trouble.ts';

const ChangeKind = z.enum(changeKinds);

const lineFacts = {
  severity: Severity,
  at: z.number(),
  circuitId: z.union([z.literal(''), CircuitId]),
  circuitName: z.string(),
  resourceGroup: z.string(),
};

const ofIncident = { kind: z.literal('incident'), incidentId: z.string(), subject: Subject, ...lineFacts };
const ofChange = { kind: z.literal('change'), changeId: z.string(), changeKind: ChangeKind, ...lineFacts };

const DigestLine = z.discriminatedUnion('kind', [z.object(ofIncident), z.object(ofChange)]);

const now = z.object({ state: IncidentState, severity: Severity, trouble: Trouble }).optional();
const DigestSight = z.discriminatedUnion('kind', [
  z.object({ ...ofIncident, now }),
  z.object({ ...ofChange, now }),
]);

const facts = {
  id: z.string(),
  why: z.enum(digestReasons),
  since: z.number(),
  until: z.number(),
  about: z.string().optional(),
};

export const Digest = z.object({
  ...facts,
  revision: z.number(),
  channelId: z.string(),
  lines: z.array(DigestLine).readonly(),
  omitted: z.number().optional(),
});

export const DigestView = z.object({
  ...facts,
  total: z.number(),
  incidents: z.object({ open: z.number(), clearing: z.number(), over: z.number() }),
  changes: z.array(z.object({ kind: ChangeKind, count: z.number() })).readonly(),
  worst: Severity,
  top: z.array(DigestSight).readonly(),
});

const TurnKind = z.enum(turnKinds);

export const DigestTurns = z.object({
  kind: z.literal('digest-turns'),
  digestId: z.string(),
  at: z.number(),
  counts: z.record(TurnKind, z.number()),
  top: z
    .array(
      z.object({
        incidentId: z.string(),
        subject: Subject,
        circuit: CircuitRef.optional(),
        severity: Severity,
        turn: TurnKind,
        step: IncidentStep,
      }),
    )
    .readonly(),
});
