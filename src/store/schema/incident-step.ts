import { z } from 'zod';
import { goneReasons } from '../../domain/alert/condition.ts';
import { Severity } from './severity.ts';
import { Trouble } from './trouble.ts';

export const Ending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('well') }),
  z.object({ kind: z.literal('gone'), why: z.enum(goneReasons) }),
]);

const bad = { severity: Severity, trouble: Trouble };

const StepWhat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), ...bad }),
  z.object({ kind: z.literal('changed'), ...bad }),
  z.object({ kind: z.literal('well') }),
  z.object({ kind: z.literal('bad-again'), ...bad }),
  z.object({ kind: z.literal('resolved'), lastedMs: z.number(), ending: Ending }),
  z.object({ kind: z.literal('reopened'), ...bad }),
  z.object({ kind: z.literal('flapping'), times: z.number(), withinMs: z.number() }),
  z.object({ kind: z.literal('calm'), times: z.number() }),
  z.object({ kind: z.literal('acknowledged'), by: z.string(), note: z.string().optional() }),
  z.object({ kind: z.literal('assigned'), to: z.string(), by: z.string() }),
  z.object({ kind: z.literal('muted'), by: z.string(), until: z.number(), channelId: z.string() }),
]);

export const IncidentStep = z.object({ n: z.number(), at: z.number(), what: StepWhat });
