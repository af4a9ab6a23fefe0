import type { FieldChange } from '../../circuit/changes.ts';
import { standardLinkLimit } from '../../circuit/link-limit.ts';
import { linkCountOf } from '../../circuit/links.ts';
import { answer, type Result, refuse } from '../../result.ts';
import { bandwidthText, directBandwidths } from '../bandwidth.ts';
import { offerOf } from '../catalogue.ts';
import type { Caution } from '../caution.ts';
import type { CircuitSight } from '../circuit-sight.ts';
import type { ResizeIntent } from '../intent.ts';
import type { PlanInputs } from '../plan.ts';
import { billingModel, families } from '../sku.ts';
import type { WriteStep } from '../step.ts';
import type { ResizeRefusal } from './resize-refusal.ts';
import { refOf } from './target.ts';

/** One thing that a resize changes. */
export type ResizePart = {
  readonly change: FieldChange;
  readonly fields: Partial<Extract<WriteStep, { readonly kind: 'change-circuit' }>>;
  readonly cautions: readonly Caution[];
};

type Part = Result<ResizePart | undefined, ResizeRefusal>;

/** Bandwidth is raised in place and never lowered (facts/azure.md 4.4; Azure ends a lowered one as Failed, 6). */
export function bandwidthPart(
  { bandwidthMbps: toMbps }: ResizeIntent,
  { circuit }: CircuitSight,
  { offers }: PlanInputs,
): Part {
  const { service } = circuit;
  const fromMbps = service.bandwidthMbps;
  if (toMbps === undefined || toMbps === fromMbps) return answer(undefined);
  if (toMbps < fromMbps) return refuse({ code: 'bandwidth-down', on: refOf(circuit), fromMbps, toMbps });
  const higher = higherBandwidths(circuit, offers);
  if (!higher.includes(toMbps)) {
    const provider = service.kind === 'provider' ? service.provider : 'ExpressRoute Direct';
    return refuse({ code: 'bandwidth-not-offered', provider, bandwidthMbps: toMbps, offered: higher });
  }
  return answer({
    change: {
      field: 'Bandwidth',
      before: fromMbps > 0 ? bandwidthText(fromMbps) : 'not told',
      after: bandwidthText(toMbps),
    },
    fields: { bandwidthMbps: toMbps },
    cautions: [
      'bandwidth-is-one-way',
      ...(service.kind === 'provider' ? (['provider-must-follow'] as const) : []),
    ],
  });
}

/** What the circuit can be raised to, in Mbps, the smallest first. */
export function higherBandwidths(
  { service }: CircuitSight['circuit'],
  offers: PlanInputs['offers'],
): readonly number[] {
  const offered =
    service.kind === 'direct' ? directBandwidths : (offerOf(offers, service.provider)?.bandwidthsMbps ?? []);
  return [...new Set(offered)].filter((mbps) => mbps > service.bandwidthMbps).sort((a, b) => a - b);
}

const exchangeable = ['Standard', 'Premium'];

export function tierPart({ tier: to }: ResizeIntent, sight: CircuitSight, { connections }: PlanInputs): Part {
  const { circuit } = sight;
  const from = circuit.sku.tier;
  if (to === undefined || to === from) return answer(undefined);
  const on = refOf(circuit);
  if (!exchangeable.includes(from) || !exchangeable.includes(to)) {
    return refuse({ code: 'tier-fixed', on, from, to });
  }
  const links = linkCountOf(sight, connections);
  if (to === 'Standard' && links > standardLinkLimit) {
    const { length: globalReach } = sight.globalReach;
    return refuse({ code: 'above-standard-limits', on, links, globalReach, limit: standardLinkLimit });
  }
  return answer({
    change: { field: 'SKU', before: from, after: to },
    fields: { tier: to },
    cautions: ['tier-changes-price', ...(to === 'Standard' ? (['standard-limits-apply'] as const) : [])],
  });
}

/** Metered to Unlimited only: nobody has confirmed the way back (facts/azure.md 4.4). */
export function familyPart({ family: to }: ResizeIntent, { circuit }: CircuitSight): Part {
  const from = circuit.sku.family;
  if (to === undefined || to === from) return answer(undefined);
  const on = refOf(circuit);
  if (!families.some((family) => family === to)) return refuse({ code: 'family-unknown', on, family: to });
  if (to !== 'UnlimitedData') return refuse({ code: 'unlimited-stays', on });
  return answer({
    change: { field: 'Billing model', before: billingModel(from) || 'not told', after: billingModel(to) },
    fields: { family: to },
    cautions: ['unlimited-is-one-way', 'tier-changes-price'],
  });
}
