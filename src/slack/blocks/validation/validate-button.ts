import type { Button } from '@slack/types';
import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitPayload } from '../circuit-token.ts';
import { button } from '../kit.ts';

/** Asks the registries about a circuit's prefixes. */
export function validateButton(
  circuit: { readonly id: CircuitId; readonly name: string },
  text = 'Validate prefixes',
): Button {
  return button(text, actionIds.validate, circuitPayload(circuit), {
    label: `${text}: ask the registries about ${circuit.name}`,
  });
}
