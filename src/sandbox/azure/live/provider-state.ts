import type { WorldClock } from '../../world/clock.ts';
import type { Estate } from '../estate.ts';
import type { Circuit, CircuitRef } from '../model/circuit.ts';

/**
 * The provider does something, and Azure shows it `lagMs` of world time later: it has been seen to go on showing
 * Provisioned for minutes after the provider had deprovisioned. A circuit without a provider stays as it is.
 */
export function setProviderState(
  { estate, clock }: { readonly estate: Estate; readonly clock: WorldClock },
  ref: CircuitRef,
  state: string,
  lagMs = 0,
): void {
  if (lagMs === 0) return void estate.updateCircuit(ref, (circuit) => showing(circuit, state));
  estate.updateCircuit(ref, (circuit) => withUnseen(circuit, state));
  clock.after(lagMs, () =>
    estate.updateCircuit(ref, (circuit) => (unseenOf(circuit) === state ? refreshed(circuit) : circuit)),
  );
}

/** A PUT of the circuit makes Azure look: whatever the provider has done shows now. */
export function refreshed(circuit: Circuit): Circuit {
  const unseen = unseenOf(circuit);
  return unseen === undefined ? circuit : showing(circuit, unseen);
}

function showing(circuit: Circuit, state: string): Circuit {
  const { delivery } = circuit;
  if (delivery.kind === 'direct') return circuit;
  const { unseenState, ...seen } = delivery;
  if (unseenState === undefined && seen.provisioningState === state) return circuit;
  return { ...circuit, delivery: { ...seen, provisioningState: state } };
}

function withUnseen(circuit: Circuit, state: string): Circuit {
  const { delivery } = circuit;
  if (delivery.kind === 'direct') return circuit;
  return { ...circuit, delivery: { ...delivery, unseenState: state } };
}

function unseenOf({ delivery }: Circuit): string | undefined {
  return delivery.kind === 'provider' ? delivery.unseenState : undefined;
}
