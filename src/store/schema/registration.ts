import { z } from 'zod';
import { registryLossKinds } from '../../domain/validation/registration/registry-loss.ts';
import { CircuitId } from './circuit-id.ts';
import { AddressFamily } from './peering.ts';

const RpkiState = z.enum(['valid', 'invalid', 'not-found']);

const Vrp = z.object({
  prefix: z.string(),
  maxLength: z.number(),
  asn: z.number(),
  ta: z.string().optional(),
});

const Route = z.object({ prefix: z.string(), origin: z.number(), source: z.string() });
const Certificate = z.object({ fingerprint: z.string(), validTo: z.number() });

export const RegistryLoss = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('route-gone'),
    sources: z.array(z.string()).readonly(),
    isCovered: z.boolean(),
  }),
  z.object({
    kind: z.literal('origin-changed'),
    sources: z.array(z.string()).readonly(),
    routes: z.array(z.object({ origin: z.number(), source: z.string() })).readonly(),
  }),
  z.object({ kind: z.literal('rpki-invalid'), vrps: z.array(Vrp).readonly() }),
  z.object({ kind: z.literal('roa-gone') }),
  z.object({ kind: z.literal('certificate-gone'), handle: z.string().optional() }),
]);

const RegisteredPrefix = z.object({
  prefix: z.string(),
  family: AddressFamily,
  asn: z.number(),
  isAccepted: z.boolean(),
  irr: z
    .array(
      z.object({
        server: z.string(),
        at: z.number(),
        routes: z.array(Route).readonly(),
        had: z.array(z.object({ source: z.string(), isExact: z.boolean() })).readonly(),
      }),
    )
    .readonly(),
  rpki: z
    .object({
      at: z.number(),
      state: RpkiState,
      vrps: z.array(Vrp).readonly(),
      had: RpkiState.optional(),
    })
    .optional(),
  record: z
    .object({
      at: z.number(),
      handle: z.string().optional(),
      organization: z.string().optional(),
      certificates: z.array(Certificate).readonly(),
      signer: Certificate.optional(),
    })
    .optional(),
  doubted: z.array(z.enum(registryLossKinds)).readonly(),
});

export const Registration = z.object({
  circuitId: CircuitId,
  at: z.number(),
  isPartial: z.literal(true).optional(),
  prefixes: z.array(RegisteredPrefix).readonly(),
});
