import { z } from 'zod';
import { Tags } from './circuit.ts';
import { CircuitId } from './circuit-id.ts';

export const CircuitRef = z.object({
  id: CircuitId,
  name: z.string(),
  resourceGroup: z.string(),
  subscriptionId: z.string(),
  provider: z.string(),
  peeringLocation: z.string(),
  tags: Tags,
});
