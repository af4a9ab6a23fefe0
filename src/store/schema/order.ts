import { z } from 'zod';
import { CircuitId } from './circuit-id.ts';

const Order = z.object({
  provider: z.string(),
  orderNumber: z.string().optional(),
  contact: z.string().optional(),
  layer: z.literal([2, 3]).optional(),
  promisedOn: z.string().optional(),
  recordedBy: z.string(),
  recordedAt: z.number(),
});

export const RecordedOrder = z.object({ circuitId: CircuitId, order: Order });
