import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import { observeRegistration } from '../../../domain/validation/registration/observe-registration.ts';
import type { Registration } from '../../../domain/validation/registration/registration.ts';
import { watchedPrefixesOf } from '../../../domain/validation/registration/watched-prefix.ts';
import type { AlertDesk } from '../../alerts/alert-desk.ts';
import type { Now } from '../../ports.ts';
import type { Store } from '../../store.ts';
import { chooseDue } from './choose-due.ts';
import { judgeRegistrations } from './judge-registrations.ts';
import { type SightingDeps, type Sightings, takeSightings } from './take-sightings.ts';

export type RegistrationWatchDeps = SightingDeps & {
  readonly store: Pick<Store, 'circuits' | 'registrations' | 'incidents'>;
  readonly take: AlertDesk['take'];
  /** How often the registries are asked about a circuit. */
  readonly intervalMs: number;
  readonly now: Now;
  /** A name that no other look ever had, also not before a restart. */
  readonly newLookId: () => string;
};

/** Watches what registries have of the prefixes that Microsoft accepted. */
export interface RegistrationWatch {
  /**
   * Asks about the circuits whose turn it is and tells how all of them stand: certificates end without anybody asking.
   * One look at a time: who asks while one is under way gets that one. Throws StoreFault.
   */
  look(): Promise<void>;
  /** Ends the look under way, which leaves no trace. */
  stop(): Promise<void>;
}

export function createRegistrationWatch(deps: RegistrationWatchDeps): RegistrationWatch {
  const ending = new AbortController();
  let underWay: Promise<void> | undefined;

  function look(): Promise<void> {
    if (ending.signal.aborted) return Promise.resolve();
    underWay ??= lookAtRegistries(deps, ending.signal)
      .catch((error: unknown) => {
        if (!ending.signal.aborted) throw error;
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  }

  return {
    look,
    async stop() {
      ending.abort();
      await underWay?.catch(() => undefined);
    },
  };
}

async function lookAtRegistries(deps: RegistrationWatchDeps, signal: AbortSignal): Promise<void> {
  const { store, intervalMs, now } = deps;
  const [circuits, before] = await Promise.all([store.circuits(), store.registrations()]);
  const due = chooseDue(circuits, before, intervalMs, now());
  const sightings = due.length > 0 ? await takeSightings(deps, due, before, signal) : new Map();
  if (!signal.aborted) await tell(deps, sightings);
}

/** Goes by what is in the store now: circuits may have been read anew while the registries were asked. */
async function tell(
  { store, take, now, newLookId }: RegistrationWatchDeps,
  sightings: Sightings,
): Promise<void> {
  const [circuits, before, incidents] = await Promise.all([
    store.circuits(),
    store.registrations(),
    store.incidents(),
  ]);
  const at = now();
  const put = circuits.flatMap(({ circuit }): readonly Registration[] => {
    const seen = sightings.get(circuit.id);
    if (!seen) return [];
    const look = { circuitId: circuit.id, watched: watchedPrefixesOf(circuit), sightings: seen, at };
    return [observeRegistration(before.get(circuit.id), look)];
  });
  const after = new Map<CircuitId, Registration>([
    ...before,
    ...put.map((registration) => [registration.circuitId, registration] as const),
  ]);
  const conditions = judgeRegistrations(circuits, after, incidents, at);
  if (put.length + conditions.length === 0) return;
  await take({ id: newLookId(), at, remember: { putRegistrations: put }, conditions });
}
