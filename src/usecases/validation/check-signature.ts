import type { AccessRefusal } from '../../domain/access/grant.ts';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { Caution } from '../../domain/operation/caution.ts';
import type { RecordStanding, SignIntent } from '../../domain/operation/intent.ts';
import { peeringOf } from '../../domain/peering/ground.ts';
import { canonicalText } from '../../domain/peering/network.ts';
import { addressFamilies } from '../../domain/peering/peering.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import type { Holder, HolderSight } from '../../domain/validation/evidence.ts';
import { certificateCautions } from '../../domain/validation/signature/certificate-fitness.ts';
import { candidatesFor, type Mistake } from '../../domain/validation/signature/mistake.ts';
import { parseValidationId } from '../../domain/validation/signature/validation-id.ts';
import type { Caller } from '../caller.ts';
import { findPrefix, type SignablePrefix } from './find-prefix.ts';
import type { AdvertisedPrefix } from './prefix-reader.ts';
import { type PrefixDeps, readPrefixes } from './read-prefixes.ts';
import type { Signed } from './read-signed.ts';
import type { Registries } from './registries.ts';
import type { Signatures } from './signatures.ts';
import type { SigningRefusal } from './signing-refusal.ts';

export type SigningDeps = PrefixDeps & {
  readonly signatures: Signatures;
  readonly registries: Pick<Registries, 'look'>;
  /** What the own organisation is called. */
  readonly organizations: readonly string[];
};

type Checked = Result<SignIntent, SigningRefusal | AccessRefusal>;

/**
 * Holds a signature against the validation ID as Azure tells it now, and the certificate against the registry record:
 * what Azure will do, before it does. Throws AzureFault.
 */
export async function checkSignature(
  deps: SigningDeps,
  caller: Caller,
  known: KnownCircuit,
  asked: { readonly prefix: string; readonly signed: Signed },
): Promise<Checked> {
  const read = await readPrefixes(deps, caller, known);
  if (!read.ok) return read;
  const found = findPrefix(known, read.value, asked.prefix);
  if (!found.ok) return found;
  const { signed } = asked;
  const { prefix, validationId } = found.value;
  const [evidence] = await deps.registries.look([canonicalText(prefix)]);
  const registered = holderIn(evidence?.holder)?.certificates ?? [];
  const verifies = (pem: string) => deps.signatures.verify(pem, validationId, signed.signature);
  if (!verifies(signed.certificate.pem)) {
    const mistake: Mistake = registered.some(verifies)
      ? { kind: 'registry-key' }
      : mistakeIn(deps.signatures, signed, validationId, { prefixes: read.value, asns: asnsOf(known) });
    return refuse({ code: 'signature-mismatch', prefix, mistake });
  }
  return answer(intentOf(deps, known, found.value, signed, standingOf(evidence?.holder, verifies)));
}

function mistakeIn(
  signatures: Signatures,
  { certificate, signature }: Signed,
  validationId: string,
  { prefixes, asns }: { readonly prefixes: readonly AdvertisedPrefix[]; readonly asns: readonly number[] },
): Mistake {
  const opened = signatures.open(certificate.pem, signature);
  if (!opened) return { kind: 'other-key' };
  if (opened.digest !== 'sha256' && opened.isOf(validationId))
    return { kind: 'other-digest', digest: opened.digest };
  const ids = prefixes.flatMap((other) => other.validationId ?? []);
  for (const { content, mistake } of candidatesFor(validationId, { ids, asns })) {
    if (opened.isOf(content)) return mistake;
  }
  return { kind: 'other-text' };
}

/** Every AS number that a validation ID of this peering may have been made with. */
function asnsOf({ circuit }: KnownCircuit): readonly number[] {
  const peering = peeringOf(circuit, 'MicrosoftPeering');
  const customer = addressFamilies.flatMap((family) => peering?.[family]?.publicPrefixes?.customerAsn ?? []);
  return [...new Set([...(peering?.peerAsn ? [peering.peerAsn] : []), ...customer])];
}

function holderIn(sight: HolderSight | undefined): Holder | undefined {
  return sight?.kind === 'told' ? sight.value : undefined;
}

/** Azure takes whichever certificate of the record fits: it need not be the very one that was pasted. */
function standingOf(sight: HolderSight | undefined, verifies: (pem: string) => boolean): RecordStanding {
  if (sight?.kind !== 'told') return 'unread';
  if (!sight.value) return 'no-record';
  const { certificates } = sight.value;
  if (certificates.length === 0) return 'holds-none';
  return certificates.some(verifies) ? 'holds-it' : 'holds-another';
}

function intentOf(
  { organizations, now }: SigningDeps,
  { circuit }: KnownCircuit,
  { family, prefix, validationId }: SignablePrefix,
  { certificate, keyBits, signature }: Signed,
  record: RecordStanding,
): SignIntent {
  const { fingerprint, validTo } = certificate;
  const expected = { organizations, asn: parseValidationId(validationId)?.asn, prefix };
  return {
    operation: 'sign',
    target: addressOf(circuit),
    family,
    prefix,
    signature,
    certificate: { fingerprint, keyBits, validTo },
    record,
    cautions: [...recordCautions(record), ...certificateCautions(certificate, expected, now())],
  };
}

function recordCautions(record: RecordStanding): readonly Caution[] {
  switch (record) {
    case 'holds-it':
      return [];
    case 'holds-another':
    case 'holds-none':
      return ['certificate-not-in-registry'];
    case 'no-record':
    case 'unread':
      return ['registry-unread'];
  }
}
