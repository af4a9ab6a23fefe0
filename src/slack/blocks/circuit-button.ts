import type { Button } from '@slack/types';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { actionIds } from '../action-ids.ts';
import { circuitPayload } from './circuit-token.ts';
import { button } from './kit.ts';

const texts = {
  deprovision: 'Start deprovisioning',
  delete: 'Delete it',
  handover: 'Hand-over text',
  reenable: 'Have it re-enabled',
} as const;

/** The next step of a circuit's end, as a button. Who may is decided when it is pressed. */
export function circuitButton(
  deed: keyof typeof texts,
  circuit: { readonly id: CircuitId; readonly name: string },
): Button {
  const text = texts[deed];
  return button(text, actionIds[deed], circuitPayload(circuit), { label: `${text}: ${circuit.name}` });
}
