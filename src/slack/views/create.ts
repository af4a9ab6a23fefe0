import type { App } from '@slack/bolt';
import { type CircuitAddress, circuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { parseBandwidth } from '../../domain/operation/bandwidth.ts';
import type { CreateIntent } from '../../domain/operation/intent.ts';
import type { CreateRefusal } from '../../domain/operation/plans/create-refusal.ts';
import { localRefusal } from '../../domain/operation/plans/create-rules.ts';
import { parseRegion } from '../../domain/operation/region.ts';
import { isResourceName } from '../../domain/operation/resource-name.ts';
import { parseTags } from '../../domain/operation/tags.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { createInputs as inputs } from '../blocks/forms/create-inputs.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { type FormProblems, onForm } from '../writes/form.ts';
import { createReading, type Reading } from '../writes/reading.ts';
import { chosenOf, type FormValues } from '../writes/values.ts';

export function registerCreateView(app: App, shared: SharedDeps): void {
  onForm(app, viewIds.create, shared, async (values, _form, { store }) =>
    readCreate(values, shared.subscriptionIds, await store.circuits()),
  );
}

/**
 * What the form asks for, as far as memory can tell: a name that is taken is said while the form still stands. The
 * catalogue is asked when it is planned.
 */
export function readCreate(
  values: FormValues,
  subscriptionIds: readonly string[],
  known: readonly KnownCircuit[] = [],
): Result<CreateIntent, FormProblems> {
  const reading = createReading(values);
  // Asked for only where there are several.
  const subscriptionId = chosenOf(values, inputs.subscription) || (subscriptionIds[0] ?? '');
  if (!subscriptionIds.includes(subscriptionId)) {
    reading.check(inputs.subscription, { code: 'subscription-not-watched', subscriptionId });
  }
  const name = reading.text(inputs.name);
  if (!isResourceName(name)) reading.check(inputs.name, { code: 'circuit-name-malformed', name });
  const target = circuitAddress(subscriptionId, reading.choice(inputs.resourceGroup, 'resource group'), name);
  if (target.ok) reading.check(inputs.name, takenBy(target.value, known));
  const region = reading.take(inputs.region, parseRegion(reading.text(inputs.region)));
  const tags = reading.take(inputs.tags, parseTags(reading.text(inputs.tags)));
  const sold = readOffer(reading);
  const problems = reading.problems();
  if (problems) return refuse(problems);
  if (!target.ok || region === undefined || tags === undefined) return refuse({});
  return answer({ operation: 'create', target: target.value, region, tags, ...sold });
}

function takenBy(
  { id, name, resourceGroup }: CircuitAddress,
  known: readonly KnownCircuit[],
): CreateRefusal | undefined {
  const isTaken = known.some(({ circuit }) => circuit.id === id);
  return isTaken ? { code: 'circuit-name-taken', name, resourceGroup } : undefined;
}

type Sold = Omit<CreateIntent, 'operation' | 'target' | 'region' | 'tags'>;

function readOffer(reading: Reading): Sold {
  const provider = reading.choice(inputs.provider, 'provider');
  const peeringLocation = reading.choice(inputs.location, 'peering location');
  const bandwidthMbps = parseBandwidth(reading.choice(inputs.bandwidth, 'bandwidth')) ?? 0;
  const tier = reading.choice(inputs.tier, 'SKU');
  const family = reading.choice(inputs.family, 'billing model');
  const local = localRefusal({ tier, family, bandwidthMbps });
  reading.check(local?.code === 'local-too-slow' ? inputs.bandwidth : inputs.family, local);
  return { provider, peeringLocation, bandwidthMbps, tier, family };
}
