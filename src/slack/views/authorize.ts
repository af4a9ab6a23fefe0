import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { AuthorizeIntent } from '../../domain/operation/intent.ts';
import { isResourceName } from '../../domain/operation/resource-name.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { authorizeInputs as inputs } from '../blocks/forms/authorize.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { circuitOfForm } from '../writes/form-circuit.ts';
import { type FormValues, textOf } from '../writes/values.ts';

export function registerAuthorizeView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.authorize, shared, async (values, { metadata }, deps) =>
    readAuthorize(values, (await circuitOfForm(metadata, deps)).known),
  );
}

export function readAuthorize(
  values: FormValues,
  known: KnownCircuit | undefined,
): Result<AuthorizeIntent, FormProblems> {
  const { block } = inputs.name;
  if (!known) return refuse({ [block]: { code: 'circuit-gone', name: '' } });
  const authorizationName = textOf(values, inputs.name);
  return isResourceName(authorizationName)
    ? answer({ operation: 'link', deed: 'authorize', target: addressOf(known.circuit), authorizationName })
    : refuse({ [block]: { code: 'authorization-name-malformed', authorization: authorizationName } });
}
