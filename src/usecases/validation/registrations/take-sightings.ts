import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import type { PrefixEvidence } from '../../../domain/validation/evidence.ts';
import type { PrefixSighting } from '../../../domain/validation/registration/observe-registration.ts';
import type { Registration } from '../../../domain/validation/registration/registration.ts';
import type { Registries } from '../registries.ts';
import { type Due, prefixesPerLook } from './choose-due.ts';
import { readSigners, type SignerDeps, type StandingCertificate } from './read-signers.ts';

export type SightingDeps = SignerDeps & { readonly registries: Pick<Registries, 'look'> };

export type Sightings = ReadonlyMap<CircuitId, ReadonlyMap<string, PrefixSighting>>;

/** Asks the registries about all that is due, and Azure who signed where certificates are at stake. */
export async function takeSightings(
  deps: SightingDeps,
  due: readonly Due[],
  before: ReadonlyMap<CircuitId, Registration>,
  signal: AbortSignal,
): Promise<Sightings> {
  const evidence = await lookAt(deps, [...new Set(due.flatMap(({ prefixes }) => prefixes))], signal);
  const sightings = new Map<CircuitId, ReadonlyMap<string, PrefixSighting>>();
  for (const { known, prefixes } of due) {
    const { id } = known.circuit;
    const own = prefixes.flatMap((prefix) => evidence.get(prefix) ?? []);
    sightings.set(id, await sightingsOf(deps, id, own, before.get(id)));
  }
  return sightings;
}

async function lookAt(
  { registries }: SightingDeps,
  prefixes: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PrefixEvidence>> {
  const found = new Map<string, PrefixEvidence>();
  for (let index = 0; index < prefixes.length; index += prefixesPerLook) {
    const asked = prefixes.slice(index, index + prefixesPerLook);
    for (const evidence of await registries.look(asked, signal)) found.set(evidence.prefix, evidence);
  }
  return found;
}

async function sightingsOf(
  deps: SightingDeps,
  circuitId: CircuitId,
  evidence: readonly PrefixEvidence[],
  before: Registration | undefined,
): Promise<ReadonlyMap<string, PrefixSighting>> {
  const certificates = new Map(
    evidence.map((one) => [one.prefix, certificatesOf(deps.signatures, one)] as const),
  );
  const isAtStake =
    [...certificates.values()].some((all) => all.length > 0) ||
    before?.prefixes.some(({ record }) => record?.signer !== undefined);
  const signers = isAtStake ? await readSigners(deps, circuitId, certificates) : new Map();
  return new Map(
    evidence.map((one) => {
      const standing = certificates.get(one.prefix) ?? [];
      const signature = signers.get(one.prefix);
      return [
        one.prefix,
        {
          evidence: one,
          certificates: standing.map(({ fingerprint, validTo }) => ({ fingerprint, validTo })),
          ...(signature ? { signature } : {}),
        },
      ];
    }),
  );
}

/** A text that is no certificate is as good as none. */
function certificatesOf(
  signatures: SignerDeps['signatures'],
  { holder }: PrefixEvidence,
): readonly StandingCertificate[] {
  const pems = holder.kind === 'told' ? (holder.value?.certificates ?? []) : [];
  return pems.flatMap((pem) => {
    const facts = signatures.readCertificate(pem);
    return facts ? [{ pem, fingerprint: facts.fingerprint, validTo: facts.validTo }] : [];
  });
}
