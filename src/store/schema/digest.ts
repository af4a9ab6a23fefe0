import { z } from 'zod';
import { digestReasons } from '../../domain/alert/digest.ts';
import { changeKinds } from '../../domain/circuit/changes.ts';
import { CircuitId } from './circuit-id.ts';
import { Severity } from './severity.ts';

const ChangeKind = z.enum(changeKinds);

const lineFacts = {
  severity: Severity,
  at: z.number(),
  circuitId: z.union([z.literal(''), CircuitId]),
  circuitName: z.string(),
  resourceGroup: z.string(),
};

const DigestLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('incident'), incidentId: z.string(), ...lineFacts }),
  z.object({ kind: z.literal('change'), changeId: z.string(), changeKind: ChangeKind, ...lineFacts }),
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
});

export const DigestView = z.object({
  ...facts,
  total: z.number(),
  incidents: z.object({ open: z.number(), clearing: z.number(), over: z.number() }),
  changes: z.array(z.object({ kind: ChangeKind, count: z.number() })).readonly(),
  worst: Severity,
  top: z.array(DigestLine).readonly(),
});
