import type { PrefixEvidence } from '../../../../../src/domain/validation/evidence.ts';
import {
  observeRegistration,
  type PrefixSighting,
} from '../../../../../src/domain/validation/registration/observe-registration.ts';
import type {
  RegisteredPrefix,
  Registration,
} from '../../../../../src/domain/validation/registration/registration.ts';
import type { WatchedPrefix } from '../../../../../src/domain/validation/registration/watched-prefix.ts';
import { circuitIdOf, t0 } from '../../../../support/a-circuit.ts';

export const aWatched: WatchedPrefix = {
  prefix: '203.0.113.0/24',
  family: 'ipv4',
  asn: 64_510,
  source: 'RIPE',
  isAccepted: true,
};

export type Look = {
  readonly evidence: PrefixEvidence;
  readonly watched?: Partial<WatchedPrefix>;
} & Partial<Omit<PrefixSighting, 'evidence'>>;

export const hour = 3_600_000;

/** One prefix of lon-01 in these looks, an hour apart. */
export function afterLooks(...looks: readonly Look[]): Registration {
  const [first, ...rest] = looks;
  if (!first) throw new Error('at least one look');
  return rest.reduce(
    (before, look, index) => lookAt(before, look, t0 + (index + 1) * hour),
    lookAt(undefined, first, t0),
  );
}

export function lookAt(
  before: Registration | undefined,
  { evidence, watched = {}, certificates = [], signature }: Look,
  at: number,
): Registration {
  const sighting = { evidence, certificates, ...(signature ? { signature } : {}) };
  return observeRegistration(before, {
    circuitId: circuitIdOf('lon-01'),
    watched: [{ ...aWatched, ...watched, prefix: evidence.prefix }],
    sightings: new Map([[evidence.prefix, sighting]]),
    at,
  });
}

export function onlyPrefix({ prefixes }: Registration): RegisteredPrefix {
  const [only] = prefixes;
  if (!only || prefixes.length > 1) throw new Error(`${prefixes.length} prefixes`);
  return only;
}
