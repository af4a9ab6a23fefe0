import type { App } from '@slack/bolt';
import { addressOf } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { type FailoverIntent, failoverCategories, failoverLinks } from '../../domain/operation/intent.ts';
import { minutesRefusal } from '../../domain/operation/plans/failover.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { failoverInputs as inputs } from '../blocks/forms/failover.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { circuitOfForm } from '../writes/form-circuit.ts';
import { chosenOf, type FormValues, textOf } from '../writes/values.ts';

export function registerFailoverView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.failover, shared, async (values, { metadata }, deps) =>
    readFailover(values, (await circuitOfForm(metadata, deps)).known),
  );
}

export function readFailover(
  values: FormValues,
  known: KnownCircuit | undefined,
): Result<FailoverIntent, FormProblems> {
  const { link: linkInput, category: categoryInput, minutes: minutesInput } = inputs;
  if (!known) return refuse({ [linkInput.block]: { code: 'circuit-gone', name: '' } });
  const link = failoverLinks.find((one) => one === chosenOf(values, linkInput));
  if (!link) return refuse({ [linkInput.block]: { code: 'button-unreadable' } });
  const category = failoverCategories.find((one) => one === chosenOf(values, categoryInput));
  if (!category) return refuse({ [categoryInput.block]: { code: 'button-unreadable' } });
  const minutes = readMinutes(textOf(values, minutesInput));
  const mistyped = minutesRefusal(minutes);
  if (mistyped) return refuse({ [minutesInput.block]: mistyped });
  return answer({ operation: 'failover', target: addressOf(known.circuit), link, category, minutes });
}

function readMinutes(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : Number.NaN;
}
