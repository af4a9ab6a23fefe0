import { z } from 'zod';
import { blindSpots } from '../../domain/alert/subject.ts';
import { CircuitId } from './circuit-id.ts';
import { AddressFamily, PeeringType } from './peering.ts';

export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connectivity'), circuitId: CircuitId, peering: PeeringType }),
  z.object({
    kind: z.enum(['prefix-limit', 'prefix-drop']),
    circuitId: CircuitId,
    peering: PeeringType,
    family: AddressFamily,
  }),
  z.object({ kind: z.literal('provisioning'), circuitId: CircuitId }),
  z.object({ kind: z.literal('status'), circuitId: CircuitId }),
  z.object({
    kind: z.literal('validation'),
    circuitId: CircuitId,
    peering: PeeringType,
    family: AddressFamily,
  }),
  z.object({ kind: z.literal('registry'), circuitId: CircuitId, family: AddressFamily }),
  z.object({ kind: z.literal('certificate'), circuitId: CircuitId }),
  z.object({
    kind: z.literal('vnet-link'),
    circuitId: CircuitId,
    resourceGroup: z.string(),
    connection: z.string(),
  }),
  z.object({ kind: z.literal('blind'), spot: z.enum(blindSpots), scope: z.string() }),
]);
