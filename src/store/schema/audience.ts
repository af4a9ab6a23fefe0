import { z } from 'zod';
import { suspensionReasons } from '../../domain/alert/suspension.ts';
import { changeKinds } from '../../domain/circuit/changes.ts';
import { CircuitId } from './circuit-id.ts';
import { CircuitFilter } from './quiet.ts';
import { Severity } from './severity.ts';

export const Subscription = z.object({
  id: z.string(),
  channelId: z.string(),
  ownerId: z.string(),
  createdAt: z.number(),
  wish: z.object({
    filter: CircuitFilter,
    kinds: z.array(z.enum(changeKinds)).readonly(),
    atLeast: Severity.optional(),
  }),
});

export const Mute = z.object({
  channelId: z.string(),
  circuitId: CircuitId,
  circuitName: z.string(),
  kind: z.enum(changeKinds).optional(),
  until: z.number(),
  byUserId: z.string(),
  since: z.number().optional(),
});

export const SuspensionReason = z.enum(suspensionReasons);

export const Suspension = z.object({
  channelId: z.string(),
  reason: SuspensionReason,
  since: z.number(),
});
