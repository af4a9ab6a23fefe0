import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { parseBandwidth } from '../../domain/operation/bandwidth.ts';
import type { ResizeIntent } from '../../domain/operation/intent.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import { resizeInputs as inputs } from '../blocks/forms/resize.ts';
import type { ChatRefusal } from '../blocks/refusal.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { chosenOf, type FormValues } from '../writes/values.ts';

export function registerResizeView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.resize, shared, async (values, { metadata }, deps) =>
    readResize(values, circuitOfToken(metadata, await deps.store.circuits())),
  );
}

/** What was chosen; what was left as it is, is absent. */
export function readResize(
  values: FormValues,
  known: KnownCircuit | undefined,
): Result<ResizeIntent, FormProblems> {
  const wrong = (refusal: ChatRefusal) => refuse({ [Object.keys(values)[0] ?? '']: refusal });
  if (!known) return wrong({ code: 'circuit-gone', name: '' });
  const { circuit } = known;
  const bandwidthMbps = parseBandwidth(chosenOf(values, inputs.bandwidth));
  const tier = chosenOf(values, inputs.tier);
  const family = chosenOf(values, inputs.family);
  if (bandwidthMbps === undefined && tier === '' && family === '') {
    return wrong({ code: 'nothing-to-change', name: circuit.name });
  }
  return answer({
    operation: 'resize',
    target: addressOf(circuit),
    ...(bandwidthMbps === undefined ? {} : { bandwidthMbps }),
    ...(tier === '' ? {} : { tier }),
    ...(family === '' ? {} : { family }),
  });
}
