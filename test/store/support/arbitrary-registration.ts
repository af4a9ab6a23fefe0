import fc from 'fast-check';
import type { Vrp } from '../../../src/domain/validation/evidence.ts';
import type { Registration } from '../../../src/domain/validation/registration/registration.ts';
import {
  type RegistryLoss,
  registryLossKinds,
} from '../../../src/domain/validation/registration/registry-loss.ts';
import { addressFamily, anyCircuitId, text, time } from './arbitrary-circuit.ts';

const short = { maxLength: 2 };
const texts = fc.array(text, short);
const certificate = fc.record({ fingerprint: text, validTo: time });
const rpkiState = fc.constantFrom('valid', 'invalid', 'not-found');

const vrp: fc.Arbitrary<Vrp> = fc.record(
  { prefix: text, maxLength: fc.nat(), asn: fc.nat(), ta: text },
  { requiredKeys: ['prefix', 'maxLength', 'asn'] },
);

/** One of each kind: one added to the domain does not compile until it is here. */
const losses: { readonly [K in RegistryLoss['kind']]: fc.Arbitrary<RegistryLoss & { readonly kind: K }> } = {
  'route-gone': fc.record({ kind: fc.constant('route-gone'), sources: texts, isCovered: fc.boolean() }),
  'origin-changed': fc.record({
    kind: fc.constant('origin-changed'),
    sources: texts,
    routes: fc.array(fc.record({ origin: fc.nat(), source: text }), short),
  }),
  'rpki-invalid': fc.record({ kind: fc.constant('rpki-invalid'), vrps: fc.array(vrp, short) }),
  'roa-gone': fc.record({ kind: fc.constant('roa-gone') }),
  'certificate-gone': fc.record(
    { kind: fc.constant('certificate-gone'), handle: text },
    { requiredKeys: ['kind'] },
  ),
};
export const registryLoss = fc.oneof(...Object.values(losses));

const registeredPrefix = fc.record(
  {
    prefix: text,
    family: addressFamily,
    asn: fc.nat(),
    isAccepted: fc.boolean(),
    irr: fc.array(
      fc.record({
        server: text,
        at: time,
        routes: fc.array(fc.record({ prefix: text, origin: fc.nat(), source: text }), short),
        had: fc.array(fc.record({ source: text, isExact: fc.boolean() }), short),
      }),
      short,
    ),
    rpki: fc.record(
      { at: time, state: rpkiState, vrps: fc.array(vrp, short), had: rpkiState },
      { requiredKeys: ['at', 'state', 'vrps'] },
    ),
    record: fc.record(
      {
        at: time,
        handle: text,
        organization: text,
        certificates: fc.array(certificate, short),
        signer: certificate,
      },
      { requiredKeys: ['at', 'certificates'] },
    ),
    doubted: fc.array(fc.constantFrom(...registryLossKinds), short),
  },
  { requiredKeys: ['prefix', 'family', 'asn', 'isAccepted', 'irr', 'doubted'] },
);

export const registration: fc.Arbitrary<Registration> = fc.record(
  {
    circuitId: anyCircuitId,
    at: time,
    isPartial: fc.constant(true as const),
    prefixes: fc.array(registeredPrefix, short),
  },
  { requiredKeys: ['circuitId', 'at', 'prefixes'] },
);
