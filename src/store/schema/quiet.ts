import { z } from 'zod';
import { filterKeys } from '../../domain/circuit/filter.ts';
import { Change } from './change.ts';

export const CircuitFilter = z.array(z.object({ key: z.enum(filterKeys), value: z.string() })).readonly();

export const QuietHours = z.object({
  channelId: z.string(),
  fromMinute: z.number(),
  toMinute: z.number(),
  days: z.array(z.number()).readonly(),
  zone: z.string(),
  byUserId: z.string(),
});

export const MaintenanceWindow = z.object({
  id: z.string(),
  from: z.number(),
  until: z.number(),
  filter: CircuitFilter,
  effect: z.enum(['mark', 'hold']),
  note: z.string(),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), userId: z.string(), channelId: z.string() }),
    z.object({
      kind: z.literal('azure'),
      subscriptionId: z.string(),
      regions: z.array(z.string()).readonly(),
    }),
  ]),
});

const HeldReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quiet-hours') }),
  z.object({ kind: z.literal('maintenance'), windowId: z.string() }),
  z.object({ kind: z.literal('mute'), mute: z.string() }),
]);

export const Held = z.object({
  id: z.string(),
  channelId: z.string(),
  at: z.number(),
  why: HeldReason,
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('change'), change: Change }),
    z.object({ kind: z.literal('incident'), incidentId: z.string() }),
  ]),
});
