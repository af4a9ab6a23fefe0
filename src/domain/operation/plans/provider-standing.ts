import type { Circuit, ProviderService } from '../../circuit/circuit.ts';
import { nameOf } from '../../open-enum.ts';
import { refOf } from './target.ts';
import type { TargetRef } from './target-ref.ts';

/** A circuit, its provider, and the provider state as Azure names it. */
export type ProviderStanding = {
  readonly on: TargetRef;
  readonly provider: string;
  readonly providerState: string;
};

export function standingOf(circuit: Circuit, { provider, providerState }: ProviderService): ProviderStanding {
  return { on: refOf(circuit), provider, providerState: nameOf(providerState) };
}
