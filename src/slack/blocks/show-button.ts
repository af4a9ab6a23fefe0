import type { Button } from '@slack/types';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { actionIds } from '../action-ids.ts';
import { circuitPayload } from './circuit-token.ts';
import { button } from './kit.ts';

/** Opens a circuit's card. */
export function showButton(
  circuit: { readonly id: CircuitId; readonly name: string },
  text = `Show ${circuit.name}`,
): Button {
  return button(text, actionIds.showCircuit, circuitPayload(circuit), {
    label: `Show circuit ${circuit.name}`,
  });
}
