import type { CircuitId } from '../../circuit/circuit-id.ts';
import type { Instant } from '../../instant.ts';
import type { PrefixEvidence, Told } from '../evidence.ts';
import { rememberIrr } from './irr-memory.ts';
import { lossesOf } from './losses.ts';
import { rememberRecord, type SignatureSight } from './record-memory.ts';
import type { KnownCertificate, RegisteredPrefix, Registration } from './registration.ts';
import type { RegistryLossKind } from './registry-loss.ts';
import { rememberRpki } from './rpki-memory.ts';
import type { Turn } from './turn.ts';
import type { WatchedPrefix } from './watched-prefix.ts';

/** What one look found of a prefix. */
export type PrefixSighting = {
  readonly evidence: PrefixEvidence;
  /** The certificates of its registration that can be read. */
  readonly certificates: readonly KnownCertificate[];
  /** Absent: nobody could tell. */
  readonly signature?: SignatureSight;
};

export type RegistrationLook = {
  readonly circuitId: CircuitId;
  readonly watched: readonly WatchedPrefix[];
  /** By prefix. One that was not asked about stays as it was. */
  readonly sightings: ReadonlyMap<string, PrefixSighting>;
  readonly at: Instant;
};

/** Those that the registries are asked about: accepted by Microsoft, now or at some time since they are watched. */
export function askedPrefixes(
  before: Registration | undefined,
  watched: readonly WatchedPrefix[],
): readonly WatchedPrefix[] {
  const known = new Set(before?.prefixes.map(({ prefix }) => prefix));
  return watched.filter(({ prefix, isAccepted }) => isAccepted || known.has(prefix));
}

/** What is remembered of a circuit's prefixes after a look. */
export function observeRegistration(before: Registration | undefined, look: RegistrationLook): Registration {
  const { circuitId, watched, sightings, at } = look;
  const known = new Map(before?.prefixes.map((memory) => [memory.prefix, memory]));
  const prefixes = askedPrefixes(before, watched).flatMap((one) => {
    const sighting = sightings.get(one.prefix);
    const memory = known.get(one.prefix);
    return (sighting ? observePrefix(memory, one, sighting) : memory) ?? [];
  });
  const isPartial = [...sightings.values()].some(({ evidence }) => isIncomplete(evidence));
  return { circuitId, at, ...(isPartial ? { isPartial } : {}), prefixes };
}

function observePrefix(
  before: RegisteredPrefix | undefined,
  watched: WatchedPrefix,
  { evidence, certificates, signature }: PrefixSighting,
): RegisteredPrefix {
  const { prefix, family, asn, isAccepted } = watched;
  const turn: Turn = { prefix, asn, isAccepted, isFresh: isFresh(before, watched) };
  const servers = new Map(before?.irr.map((memory) => [memory.server, memory]));
  const rpki = rememberRpki(before?.rpki, evidence.rpki, turn);
  const record = rememberRecord(before?.record, evidence.holder, certificates, signature, turn);
  const after = {
    prefix,
    family,
    asn,
    isAccepted,
    irr: evidence.irr.flatMap((sight) => rememberIrr(servers.get(sight.server), sight, turn) ?? []),
    ...(rpki ? { rpki } : {}),
    ...(record ? { record } : {}),
    doubted: [],
  };
  return { ...after, doubted: doubtsAfter(before, after, watched, evidence) };
}

function isFresh(before: RegisteredPrefix | undefined, { asn, isAccepted }: WatchedPrefix): boolean {
  return before === undefined || before.asn !== asn || (isAccepted && !before.isAccepted);
}

/** A registry that is just being loaded has little for a minute; what is gone for good is gone a little later, too. */
function doubtsAfter(
  before: RegisteredPrefix | undefined,
  after: RegisteredPrefix,
  { source }: WatchedPrefix,
  evidence: PrefixEvidence,
): readonly RegistryLossKind[] {
  const old = new Set(before ? lossesOf(before, source).map(({ kind }) => kind) : []);
  const isStillOpen = (kind: RegistryLossKind) =>
    before?.doubted.includes(kind) && !isTold(kind, after, evidence);
  return lossesOf(after, source).flatMap(({ kind }) => (!old.has(kind) || isStillOpen(kind) ? [kind] : []));
}

/** Whether all that a loss goes by spoke at this look. */
function isTold(kind: RegistryLossKind, { irr }: RegisteredPrefix, evidence: PrefixEvidence): boolean {
  switch (kind) {
    case 'rpki-invalid':
    case 'roa-gone':
      return evidence.rpki.kind === 'told';
    case 'certificate-gone':
      return evidence.holder.kind === 'told';
    case 'route-gone':
    case 'origin-changed': {
      const had = new Set(irr.flatMap((memory) => (memory.had.length > 0 ? memory.server : [])));
      return evidence.irr.every(({ server, told }) => told.kind === 'told' || !had.has(server));
    }
  }
}

function isIncomplete({ irr, rpki, holder }: PrefixEvidence): boolean {
  const isMissing = (told: Told<unknown>) => told.kind === 'silent' && told.why !== 'not-configured';
  return irr.some(({ told }) => isMissing(told)) || isMissing(rpki) || isMissing(holder);
}
