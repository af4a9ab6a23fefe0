import { z } from 'zod';
import { SuspensionReason } from './audience.ts';
import { Change, Situation } from './change.ts';
import { NextStep } from './next-step.ts';
import { RequestView } from './request-view.ts';

const Notice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    change: Change,
    cause: z.object({ requestId: z.string(), by: z.string() }).optional(),
  }),
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
]);

const Recipient = z.union([z.object({ channelId: z.string() }), z.object({ userId: z.string() })]);

export const Owed = z.object({
  key: z.string(),
  to: Recipient,
  notice: Notice,
  owedAt: z.number(),
  card: z.string().optional(),
});

export const Parked = z.object({ owed: Owed, reason: z.string(), parkedAt: z.number() });

export const PostedCard = z.object({
  card: z.string(),
  posted: z.object({ channelId: z.string(), ts: z.string() }),
});
