import { z } from 'zod';
import { SuspensionReason } from './audience.ts';
import { CaseView } from './case.ts';
import { CaseEntries } from './case-entry.ts';
import { Change, Situation } from './change.ts';
import { CircuitRef } from './circuit-ref.ts';
import { DigestTurns, DigestView } from './digest.ts';
import { Cause, IncidentView } from './incident.ts';
import { IncidentStep } from './incident-step.ts';
import { NextStep } from './next-step.ts';
import { RequestView } from './request-view.ts';
import { Subject } from './subject.ts';

const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), change: Change, cause: Cause.optional() }),
  z.object({
    kind: z.literal('catch-up'),
    why: z.enum(['away', 'channel-back']),
    since: z.number(),
    until: z.number(),
    changes: z.array(Change).readonly(),
    omitted: z.number(),
  }),
  z.object({
    kind: z.literal('first-sight'),
    subscriptionId: z.string(),
    at: z.number(),
    counts: z.array(z.object({ situation: Situation, count: z.number() })).readonly(),
    attention: z.array(z.object({ name: z.string(), resourceGroup: z.string(), next: NextStep })).readonly(),
    attentionCount: z.number(),
  }),
  z.object({
    kind: z.literal('channel-lost'),
    channelId: z.string(),
    reason: SuspensionReason,
    subscriptionCount: z.number(),
  }),
  z.object({ kind: z.literal('store-recovered'), at: z.number(), backupFrom: z.number() }),
  z.object({ kind: z.literal('request'), view: RequestView }),
  z.object({ kind: z.literal('request-ended'), view: RequestView }),
  z.object({ kind: z.literal('incident'), view: IncidentView }),
  z.object({
    kind: z.literal('incident-steps'),
    incidentId: z.string(),
    subject: Subject,
    circuit: CircuitRef.optional(),
    steps: z.array(IncidentStep).readonly(),
    omitted: z.number(),
  }),
  z.object({ kind: z.literal('digest'), view: DigestView }),
  DigestTurns,
  z.object({ kind: z.literal('case'), view: CaseView }),
  CaseEntries,
]);

const Recipient = z.union([z.object({ channelId: z.string() }), z.object({ userId: z.string() })]);

export const Owed = z.object({
  key: z.string(),
  to: Recipient,
  notice: Notice,
  owedAt: z.number(),
  card: z.string().optional(),
  replyTo: z.string().optional(),
});

export const Parked = z.object({ owed: Owed, reason: z.string(), parkedAt: z.number() });

export const PostedCard = z.object({
  card: z.string(),
  posted: z.object({ channelId: z.string(), ts: z.string() }),
});
