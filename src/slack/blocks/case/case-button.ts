import type { Button } from '@slack/types';
import type { CircuitId } from '../../../domain/circuit/circuit-id.ts';
import { actionIds } from '../../action-ids.ts';
import { circuitPayload } from '../circuit-token.ts';
import { button } from '../kit.ts';
import { encode } from '../payload.ts';

/** Shows the circuit's open case of manual validation, or opens one. */
export function openCaseButton(
  circuit: { readonly id: CircuitId; readonly name: string },
  text: string,
): Button {
  return button(text, actionIds.caseOpen, circuitPayload(circuit), {
    label: `${text}: manual validation of ${circuit.name}`,
  });
}

export function showCaseButton(id: string, text = 'Show the case'): Button {
  return button(text, actionIds.caseShow, encode({ case: id }), { label: `Show case ${id}` });
}
