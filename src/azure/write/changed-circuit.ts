import { type Change, type Raw, withAll } from '../raw.ts';
import { circuitOf } from '../read/read-circuit.ts';
import { refusal } from '../refusal.ts';
import type { StepOf } from './step-of.ts';

type ChangeCircuit = StepOf<'change-circuit'>;

/**
 * There is no PATCH but for tags (spec), so the whole circuit goes back. Nothing is stripped: read-only fields go back
 * as they came, as Azure's command line does (recorded 2020) and `az resource update` with every field; authorizations,
 * peerings and what we do not know must be in the body, or they are gone (terraform-provider-azurerm #2250). What Azure
 * does not tell, it cannot be sent: whether a peering's sharedKey survives that, no source says.
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
