import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import type { Instant } from '../../instant.ts';
import { addressFamilies } from '../../peering/peering.ts';
import type { Registration } from '../../validation/registration/registration.ts';
import { watchedPrefixesOf } from '../../validation/registration/watched-prefix.ts';
import type { Condition } from '../condition.ts';
import type { Subject } from '../subject.ts';
import { certificateVerdict } from './certificate.ts';
import { type Judged, toConditions } from './judged.ts';
import { type Remembered, registryVerdict } from './registry.ts';

/**
 * What the registries have of a circuit's prefixes, as far as it is remembered. `open`: the subjects of unresolved
 * incidents; those of this circuit that no longer apply are gone.
 */
export function registrationConditions(
  known: KnownCircuit,
  registration: Registration | undefined,
  open: readonly Subject[],
  now: Instant,
): readonly Condition[] {
  const circuitId = known.circuit.id;
  const prefixes = rememberedOf(known, registration);
  const judged: readonly Judged[] = [
    ...addressFamilies.map((family) => ({
      subject: { kind: 'registry', circuitId, family } as const,
      verdict: registryVerdict(prefixes.filter(({ memory }) => memory.family === family)),
    })),
    {
      subject: { kind: 'certificate', circuitId },
      verdict: certificateVerdict(
        prefixes.map(({ memory }) => memory),
        now,
      ),
    },
  ];
  return toConditions(known, judged, open, ['registry', 'certificate']);
}

/** Whether Microsoft accepts them, as Azure says it now. */
function rememberedOf(
  { circuit }: KnownCircuit,
  registration: Registration | undefined,
): readonly Remembered[] {
  const memories = new Map(registration?.prefixes.map((memory) => [memory.prefix, memory]));
  return watchedPrefixesOf(circuit).flatMap(({ prefix, isAccepted, source }) => {
    const memory = memories.get(prefix);
    return memory ? [{ memory: { ...memory, isAccepted }, ...(source === undefined ? {} : { source }) }] : [];
  });
}
