import type { WorldClock } from '../../world/clock.ts';
import type { Estate } from '../estate.ts';
import { type CircuitRef, circuitKey } from '../model/circuit.ts';
import type { Settings } from '../settings.ts';
import { setProviderState } from './provider-state.ts';

/** `lags`: Azure shows it `providerLagMs` after the provider has done it. */
type Step = { readonly afterMs: number; readonly state: string; readonly lags?: true };

const minute = 60_000;

/** What providers do by themselves, until a person takes the provider's part for that circuit. */
export interface ProviderPlans {
  follow(ref: CircuitRef, steps: readonly Step[]): void;
  /** A person acts for the provider from now on. */
  drop(ref: CircuitRef): void;
}

export function createProviderPlans(clock: WorldClock, estate: Estate, settings: Settings): ProviderPlans {
  const pending = new Map<string, (() => void)[]>();

  function drop(ref: CircuitRef): void {
    for (const cancel of pending.get(circuitKey(ref)) ?? []) cancel();
    pending.delete(circuitKey(ref));
  }

  return {
    drop,
    // All steps are set at once, so that a jump of the clock plays them in order.
    follow(ref, steps) {
      drop(ref);
      const timers = steps.map(({ afterMs, state, lags }) =>
        clock.after(afterMs, () =>
          setProviderState({ estate, clock }, ref, state, lags ? settings.providerLagMs : 0),
        ),
      );
      pending.set(circuitKey(ref), timers);
    },
  };
}

/** An order that the provider takes up and finishes. */
export const orderTaken: readonly Step[] = [
  { afterMs: 4 * minute, state: 'Provisioning' },
  { afterMs: 8 * minute, state: 'Provisioned' },
];
export const orderFinished: readonly Step[] = [{ afterMs: 2 * minute, state: 'Provisioned' }];
export const takenDown: readonly Step[] = [{ afterMs: 5 * minute, state: 'NotProvisioned', lags: true }];
