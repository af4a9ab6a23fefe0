import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import type { LinkIntent } from '../../domain/operation/intent.ts';
import { typedRefusal } from '../../domain/operation/plans/connect-rules.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { armIdOf, chosenPlace } from '../blocks/forms/arm-menu.ts';
import { ticked } from '../blocks/forms/check-input.ts';
import { linkInputs as inputs } from '../blocks/forms/link.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { circuitOfForm } from '../writes/form-circuit.ts';
import { chosenAllOf, chosenOf, type FormValues, textOf } from '../writes/values.ts';

export function registerLinkView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.link, shared, async (values, { metadata }, deps) => {
    const { known, groups } = await circuitOfForm(metadata, deps);
    return readLink(values, known, groups);
  });
}

export function readLink(
  values: FormValues,
  known: KnownCircuit | undefined,
  groups: string,
): Result<LinkIntent, FormProblems> {
  const { block } = inputs.gateway;
  if (!known) return refuse({ [block]: { code: 'circuit-gone', name: '' } });
  const place = chosenPlace(groups, chosenOf(values, inputs.gateway));
  if (!place) return refuse({ [block]: { code: 'gateway-gone', gateway: '' } });
  const intent: LinkIntent = {
    operation: 'link',
    deed: 'connect',
    target: addressOf(known.circuit),
    gatewayId: armIdOf(place, 'virtualNetworkGateways'),
    connectionName: textOf(values, inputs.name),
    routingWeight: readWeight(textOf(values, inputs.weight)),
    fastPath: chosenAllOf(values, inputs.fastPath).includes(ticked),
  };
  const mistyped = typedRefusal(intent);
  if (!mistyped) return answer(intent);
  const input = mistyped.code === 'routing-weight-out-of-range' ? inputs.weight : inputs.name;
  return refuse({ [input.block]: mistyped });
}

/** Empty is Azure's own 0; what is no number is none. */
function readWeight(text: string): number {
  return /^\d*$/u.test(text) ? Number(text) : Number.NaN;
}
