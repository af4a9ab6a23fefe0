import type { FieldChange } from '../../circuit/changes.ts';
import { answer, type Result, refuse } from '../../result.ts';
import { bandwidthText } from '../bandwidth.ts';
import type { CreateIntent } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { parseRegion } from '../region.ts';
import { isResourceName } from '../resource-name.ts';
import { billingModel } from '../sku.ts';
import { tagRefusalOf } from '../tags.ts';
import type { CreateRefusal } from './create-refusal.ts';
import { limitRefusal, placeRefusal, skuRefusal } from './create-rules.ts';
import { offeredAs } from './offer-rules.ts';

/** A new circuit. Azure bills it from the moment on at which it issues the service key. */
export function planCreate(intent: CreateIntent, inputs: PlanInputs): Result<Plan, CreateRefusal> {
  const { target, tags } = intent;
  if (!isResourceName(target.name)) return refuse({ code: 'circuit-name-malformed', name: target.name });
  const region = parseRegion(intent.region);
  if (!region.ok) return region;
  const placed = { ...intent, region: region.value };
  const refusal = placeRefusal(placed, inputs) ?? skuRefusal(placed) ?? tagRefusalOf(tags);
  if (refusal) return refuse(refusal);
  const offered = offeredAs(placed, inputs.offers);
  if (!offered.ok) return offered;
  const full = limitRefusal(placed, inputs);
  return full ? refuse(full) : answer(toPlan({ ...placed, ...offered.value }));
}

function toPlan(wanted: CreateIntent): Plan {
  const { region, provider, peeringLocation, bandwidthMbps, tier, family, tags } = wanted;
  return {
    changes: changesOf(wanted),
    seen: [],
    cautions: ['billing-starts'],
    policy: 'create',
    steps: [{ kind: 'create-circuit', region, provider, peeringLocation, bandwidthMbps, tier, family, tags }],
  };
}

function changesOf(wanted: CreateIntent): readonly FieldChange[] {
  const { target, region, provider, peeringLocation, bandwidthMbps, tier, family, tags } = wanted;
  const fields: readonly (readonly [field: string, after: string])[] = [
    ['Name', target.name],
    ['Subscription', target.subscriptionId],
    ['Resource group', target.resourceGroup],
    ['Region', region],
    ['Provider', provider],
    ['Peering location', peeringLocation],
    ['Bandwidth', bandwidthText(bandwidthMbps)],
    ['SKU', tier],
    ['Billing model', billingModel(family)],
    ...Object.entries(tags).map(([name, value]) => [`Tag ${name}`, value || '(empty)'] as const),
  ];
  return fields.map(([field, after]) => ({ field, before: '', after }));
}
