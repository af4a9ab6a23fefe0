import { z } from 'zod';
import { incidentStates } from '../../domain/alert/incident.ts';
import { CircuitRef } from './circuit-ref.ts';
import { Ending, IncidentStep } from './incident-step.ts';
import { Severity } from './severity.ts';
import { Subject } from './subject.ts';
import { Trouble } from './trouble.ts';

export const Cause = z.object({ requestId: z.string(), by: z.string() });

export const IncidentState = z.enum(incidentStates);

/** What a channel is shown of it too. */
const shown = {
  id: z.string(),
  subject: Subject,
  circuit: CircuitRef.optional(),
  state: IncidentState,
  severity: Severity,
  trouble: Trouble,
  firstBadAt: z.number(),
  openedAt: z.number().optional(),
  goodSince: z.number().optional(),
  resolvedAt: z.number().optional(),
  ending: Ending.optional(),
  flapping: z
    .object({ since: z.number(), times: z.number(), lastTurnAt: z.number(), shownAt: z.number() })
    .optional(),
  reopened: z.number(),
  steps: z.array(IncidentStep).readonly(),
  acknowledged: z.object({ by: z.string(), at: z.number(), note: z.string().optional() }).optional(),
  assigned: z.object({ to: z.string(), by: z.string(), at: z.number() }).optional(),
  cause: Cause.optional(),
};

const Telling = z.object({
  channelId: z.string(),
  form: z.enum(['card', 'digest', 'held']),
  card: z.string().optional(),
  bumps: z.number(),
  toldSeverity: Severity,
  toldStep: z.number(),
});

export const Incident = z.object({
  ...shown,
  revision: z.number(),
  bads: z.array(z.number()).readonly(),
  omittedSteps: z.number(),
  tellings: z.array(Telling).readonly(),
});

export const IncidentView = z.object({
  ...shown,
  during: z.object({ windowId: z.string(), note: z.string(), until: z.number() }).optional(),
  isMoved: z.literal(true).optional(),
});
