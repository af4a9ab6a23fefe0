import { type Raw, textAt, valueAt } from '../raw.ts';
import { circuitOf } from '../read/read-circuit.ts';
import { refusal } from '../refusal.ts';
import { isSameText } from '../same-text.ts';
import type { StepOf } from './step-of.ts';

type Create = StepOf<'create-circuit'>;

/** The body as Azure's command line sends it (recorded 2020). */
function newCircuit(step: Create): Raw {
  const { region, provider, peeringLocation, bandwidthMbps, tier, family, tags } = step;
  return {
    location: region,
    tags,
    sku: { name: `${tier}_${family}`, tier, family },
    properties: {
      serviceProviderProperties: {
        serviceProviderName: provider,
        peeringLocation,
        bandwidthInMbps: bandwidthMbps,
      },
    },
  };
}

/** A PUT would replace whatever has the name: only the very circuit that was asked for is taken as made already. */
export function madeCircuit(before: Raw | undefined, step: Create): Raw {
  if (!before) return newCircuit(step);
  if (isAskedFor(before, step)) return before;
  throw refusal(
    'NameTaken',
    `There is a circuit of this name already, and it is another one than was asked for (${textAt(before, 'id')})`,
  );
}

function isAskedFor(raw: Raw, step: Create): boolean {
  const { region, sku, service } = circuitOf(raw);
  return (
    service.kind === 'provider' &&
    isSameText(service.provider, step.provider) &&
    isSameText(service.peeringLocation, step.peeringLocation) &&
    service.bandwidthMbps === step.bandwidthMbps &&
    isSameText(sku.tier, step.tier) &&
    isSameText(sku.family, step.family) &&
    isSameText(region.replaceAll(' ', ''), step.region.replaceAll(' ', '')) &&
    // Policies of the subscription may have added others.
    Object.entries(step.tags).every(([name, value]) => valueAt(raw, 'tags', name) === value)
  );
}
