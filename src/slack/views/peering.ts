import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import {
  type SetPeeringIntent,
  type SettablePeering,
  settablePeerings,
} from '../../domain/operation/intent.ts';
import { checkSettings } from '../../domain/peering/settings.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { circuitOfToken } from '../blocks/circuit-token.ts';
import { ticked } from '../blocks/forms/check-input.ts';
import { peeringInputs } from '../blocks/forms/peering-inputs.ts';
import { PeeringPayload } from '../blocks/forms/peering-payload.ts';
import { decode } from '../blocks/payload.ts';
import type { ChatRefusal } from '../blocks/refusal.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { removalOf } from '../writes/peering.ts';
import { readPeeringSettings } from '../writes/peering-settings.ts';
import { createReading } from '../writes/reading.ts';
import { chosenAllOf, type FormValues } from '../writes/values.ts';

/** The form of a peering and that of a removal which needs an override. */
export function registerPeeringViews(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.peering, shared, async (values, { metadata }, deps) => {
    const { known, peering } = namedIn(metadata, await deps.store.circuits());
    const settable = settablePeerings.find((one) => one === peering);
    return known && settable ? readPeering(values, known, settable) : unreadable(values, known);
  });
  onForm(app, viewIds.peeringRemoval, shared, async (values, { metadata }, deps) => {
    const { known, peering } = namedIn(metadata, await deps.store.circuits());
    return known && peering
      ? answer(removalOf(known, peering, isTicked(values, 'override')))
      : unreadable(values, known);
  });
}

/** What was typed, held against every rule that memory can answer; the rest is asked of Azure afterwards. */
export function readPeering(
  values: FormValues,
  known: KnownCircuit,
  peering: SettablePeering,
): Result<SetPeeringIntent, FormProblems> {
  const { circuit, order } = known;
  const reading = createReading(values);
  const intent: SetPeeringIntent = {
    operation: 'peering',
    deed: 'set',
    target: addressOf(circuit),
    peering,
    settings: readPeeringSettings(reading, values, circuit, peering),
    overrideLayer3: isTicked(values, 'override'),
    edgeConfirmed: isTicked(values, 'edge'),
  };
  const checked = checkSettings(intent, { circuit, order, networks: [] });
  for (const refusal of checked.ok ? [] : checked.refusal) reading.check(peeringInputs[refusal.at], refusal);
  const problems = reading.problems();
  return problems ? refuse(problems) : answer(intent);
}

function isTicked(values: FormValues, name: 'override' | 'edge'): boolean {
  return chosenAllOf(values, peeringInputs[name]).includes(ticked);
}

function namedIn(metadata: string, circuits: readonly KnownCircuit[]) {
  const payload = decode(PeeringPayload, metadata);
  return { known: payload && circuitOfToken(payload.circuit, circuits), peering: payload?.peering };
}

/** Said at the first input: a form has no other place for it. */
function unreadable(values: FormValues, known: KnownCircuit | undefined): Result<never, FormProblems> {
  const refusal: ChatRefusal = known ? { code: 'button-unreadable' } : { code: 'circuit-gone', name: '' };
  return refuse({ [Object.keys(values)[0] ?? '']: refusal });
}
