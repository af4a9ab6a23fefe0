import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { DeprovisionIntent } from '../../domain/operation/intent.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { ticked } from '../blocks/forms/check-input.ts';
import { deprovisionInputs as inputs } from '../blocks/forms/deprovision.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { circuitOfForm } from '../writes/form-circuit.ts';
import { chosenAllOf, type FormValues } from '../writes/values.ts';

export function registerDeprovisionView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.deprovision, shared, async (values, { metadata }, deps) =>
    readDeprovision(values, (await circuitOfForm(metadata, deps)).known),
  );
}

export function readDeprovision(
  values: FormValues,
  known: KnownCircuit | undefined,
): Result<DeprovisionIntent, FormProblems> {
  if (!known) return refuse({ [inputs.thenDelete.block]: { code: 'circuit-gone', name: '' } });
  const thenDelete = chosenAllOf(values, inputs.thenDelete).includes(ticked);
  return answer({ operation: 'deprovision', target: addressOf(known.circuit), thenDelete });
}
