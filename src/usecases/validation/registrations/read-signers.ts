import { type CircuitId, parseCircuitAddress } from '../../../domain/circuit/circuit-id.ts';
import { networkAround } from '../../../domain/peering/addresses.ts';
import type { SignatureSight } from '../../../domain/validation/registration/record-memory.ts';
import type { KnownCertificate } from '../../../domain/validation/registration/registration.ts';
import { AzureFault, type Log } from '../../ports.ts';
import type { AdvertisedPrefix, PrefixReader } from '../prefix-reader.ts';
import type { Signatures } from '../signatures.ts';

export type SignerDeps = {
  readonly prefixReader: PrefixReader;
  readonly signatures: Pick<Signatures, 'readCertificate' | 'verify'>;
  readonly log: Log;
};

/** A certificate of a registration, as it stands there and as it is remembered. */
export type StandingCertificate = KnownCertificate & { readonly pem: string };

/**
 * Which certificates made the signatures that Azure has for a circuit's prefixes. `certificates`: those of each prefix's
 * registration. A prefix that Azure did not tell of is not in the answer. Validation IDs are used and not kept.
 */
export async function readSigners(
  deps: SignerDeps,
  circuitId: CircuitId,
  certificates: ReadonlyMap<string, readonly StandingCertificate[]>,
): Promise<ReadonlyMap<string, SignatureSight>> {
  const told = await readPrefixes(deps, circuitId);
  return new Map(
    told.flatMap((advertised) => {
      const prefix = networkAround(advertised.prefix)?.text ?? advertised.prefix;
      const sight = signerOf(deps.signatures, advertised, certificates.get(prefix) ?? []);
      return sight ? [[prefix, sight] as const] : [];
    }),
  );
}

/** What Azure does not tell now is asked again at the next look. */
async function readPrefixes(
  { prefixReader, log }: SignerDeps,
  circuitId: CircuitId,
): Promise<readonly AdvertisedPrefix[]> {
  const address = parseCircuitAddress(circuitId);
  if (!address.ok) return [];
  try {
    return (await prefixReader.readAdvertisedPrefixes(address.value)) ?? [];
  } catch (error) {
    if (!(error instanceof AzureFault)) throw error;
    log.info({ circuitId, kind: error.kind, reason: error.message }, 'signatures could not be read');
    return [];
  }
}

function signerOf(
  signatures: SignerDeps['signatures'],
  { signature, validationId }: AdvertisedPrefix,
  certificates: readonly StandingCertificate[],
): SignatureSight | undefined {
  if (!signature) return { kind: 'none' };
  if (!validationId) return undefined;
  const made = certificates.find(({ pem }) => signatures.verify(pem, validationId, signature));
  if (!made) return { kind: 'unmatched' };
  const { fingerprint, validTo } = made;
  return { kind: 'by', certificate: { fingerprint, validTo } };
}
