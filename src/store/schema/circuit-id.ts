import { z } from 'zod';
import { parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';

export const CircuitId = z.string().transform((text, context) => {
  const address = parseCircuitAddress(text);
  if (address.ok) return address.value.id;
  context.addIssue(address.refusal);
  return z.NEVER;
});
