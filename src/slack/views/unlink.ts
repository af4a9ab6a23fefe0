import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { UnlinkIntent } from '../../domain/operation/intent.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { armIdOf, chosenPlace } from '../blocks/forms/arm-menu.ts';
import { unlinkInputs as inputs } from '../blocks/forms/unlink.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { circuitOfForm } from '../writes/form-circuit.ts';
import { chosenOf, type FormValues } from '../writes/values.ts';

export function registerUnlinkView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.unlink, shared, async (values, { metadata }, deps) => {
    const { known, groups } = await circuitOfForm(metadata, deps);
    return readUnlink(values, known, groups);
  });
}

export function readUnlink(
  values: FormValues,
  known: KnownCircuit | undefined,
  groups: string,
): Result<UnlinkIntent, FormProblems> {
  const { block } = inputs.what;
  if (!known) return refuse({ [block]: { code: 'circuit-gone', name: '' } });
  const target = addressOf(known.circuit);
  const what = readWhat(chosenOf(values, inputs.what), groups);
  return what
    ? answer({ operation: 'unlink', target, what })
    : refuse({ [block]: { code: 'connection-gone', on: target, connection: '' } });
}

/** `c…`: a connection of the menu; `a/…`: an authorization. */
function readWhat(value: string, groups: string): UnlinkIntent['what'] | undefined {
  const [, authorization] = /^a\/(.+)$/su.exec(value) ?? [];
  if (authorization) return { kind: 'authorization', name: authorization };
  const place = value.startsWith('c') ? chosenPlace(groups, value.slice(1)) : undefined;
  return place && { kind: 'connection', id: armIdOf(place, 'connections'), name: place.name };
}
