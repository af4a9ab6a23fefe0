import { type Change, type Raw, withAll } from '../raw.ts';
import { circuitOf } from '../read/read-circuit.ts';
import { refusal } from '../refusal.ts';
import type { StepOf } from './step-of.ts';

type ChangeCircuit = StepOf<'change-circuit'>;

/**
 * There is no PATCH but for tags (spec), so the whole circuit goes back, and nothing is stripped: Azure's command line
 * sends read-only fields back as they came (recorded 2020); authorizations, peerings and what we do not know must be in
 * the body, or they are gone (terraform-provider-azurerm #2250). What Azure does not tell cannot be sent: whether a
 * peering's sharedKey survives that is unverified, no source says it.
 */
export function changedCircuit(raw: Raw | undefined, step: ChangeCircuit): Raw {
  if (!raw) throw refusal('NotFound', 'The circuit is not there any more', 'not-found');
  return withAll(raw, [...skuChanges(raw, step), ...bandwidthChanges(raw, step)]);
}

function skuChanges(raw: Raw, { tier, family }: ChangeCircuit): readonly Change[] {
  if (tier === undefined && family === undefined) return [];
  const { sku } = circuitOf(raw);
  return [
    [['sku', 'name'], `${tier ?? sku.tier}_${family ?? sku.family}`],
    ...(tier === undefined ? [] : [[['sku', 'tier'], tier] as const]),
    ...(family === undefined ? [] : [[['sku', 'family'], family] as const]),
  ];
}

/** A circuit on a port of one's own has its bandwidth in Gbps, and elsewhere. */
function bandwidthChanges(raw: Raw, { bandwidthMbps }: ChangeCircuit): readonly Change[] {
  if (bandwidthMbps === undefined) return [];
  return circuitOf(raw).service.kind === 'direct'
    ? [[['properties', 'bandwidthInGbps'], bandwidthMbps / 1_000]]
    : [[['properties', 'serviceProviderProperties', 'bandwidthInMbps'], bandwidthMbps]];
}
