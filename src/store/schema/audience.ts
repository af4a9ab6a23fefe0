import { z } from 'zod';
import { suspensionReasons } from '../../domain/alert/suspension.ts';
import { changeKinds } from '../../domain/circuit/changes.ts';
import { filterKeys } from '../../domain/circuit/filter.ts';
import { CircuitId } from './circuit-id.ts';

const FilterTerm = z.object({ key: z.enum(filterKeys), value: z.string() });

export const Subscription = z.object({
  id: z.string(),
  channelId: z.string(),
  ownerId: z.string(),
  createdAt: z.number(),
  wish: z.object({
    filter: z.array(FilterTerm).readonly(),
    kinds: z.array(z.enum(changeKinds)).readonly(),
  }),
});

export const Mute = z.object({
  channelId: z.string(),
  circuitId: CircuitId,
  circuitName: z.string(),
  until: z.number(),
  byUserId: z.string(),
});

export const SuspensionReason = z.enum(suspensionReasons);

export const Suspension = z.object({
  channelId: z.string(),
  reason: SuspensionReason,
  since: z.number(),
});
