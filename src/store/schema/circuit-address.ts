import { z } from 'zod';
import { CircuitId } from './circuit-id.ts';

export const CircuitAddress = z.object({
  id: CircuitId,
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  name: z.string(),
});
