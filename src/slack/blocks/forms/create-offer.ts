import type { InputBlock, KnownBlock } from '@slack/types';
import { offerOf } from '../../../domain/operation/catalogue.ts';
import type { ProviderOffer } from '../../../domain/operation/circuit-sight.ts';
import { billingModel, families, tiers } from '../../../domain/operation/sku.ts';
import { context } from '../kit.ts';
import { md } from '../mrkdwn.ts';
import { bandwidth } from '../words/units.ts';
import { type CreateForm, createInputs, dependent } from './create-inputs.ts';
import { selectInput } from './inputs.ts';

/** Whose connection, where and how fast. */
export function offerInputs({ offers, chosen }: CreateForm): readonly KnownBlock[] {
  if (offers.length === 0)
    return [context(md`Azure’s catalogue of providers is empty or could not be read.`)];
  const { subscriptionId, provider } = chosen;
  const offer = offerOf(offers, provider);
  return [
    selectInput({
      input: dependent(createInputs.provider, subscriptionId),
      label: 'Provider',
      choices: offers.map((one) => ({ text: one.provider, value: one.provider })),
      initial: offer?.provider,
      tellsAtOnce: true,
    }),
    ...(offer ? offered(offer) : [context(md`Choose a provider to see where it is and what it offers.`)]),
  ];
}

function offered({ provider, locations, bandwidthsMbps }: ProviderOffer): readonly KnownBlock[] {
  if (locations.length === 0 || bandwidthsMbps.length === 0) {
    return [context(md`${provider} offers nothing at the moment. Choose another one.`)];
  }
  return [
    selectInput({
      input: dependent(createInputs.location, provider),
      label: 'Peering location',
      choices: locations.map((location) => ({ text: location, value: location })),
    }),
    selectInput({
      input: dependent(createInputs.bandwidth, provider),
      label: 'Bandwidth',
      hint: 'It can be raised later and never lowered.',
      choices: bandwidthsMbps
        .toSorted((a, b) => a - b)
        .map((mbps) => ({ text: bandwidth(mbps), value: String(mbps) })),
    }),
  ];
}

const tierTexts: Readonly<Record<(typeof tiers)[number], string>> = {
  Local: 'Azure regions near the peering location; 1 Gbps or more, Unlimited only',
  Standard: 'every Azure region of one geopolitical region, 10 networks',
  Premium: 'every Azure region of the world, more networks and routes',
};

const familyTexts: Readonly<Record<(typeof families)[number], string>> = {
  MeteredData: 'outgoing traffic is billed by the gigabyte',
  UnlimitedData: 'all traffic is in the monthly price; there may be no way back',
};

export function skuInputs(): readonly InputBlock[] {
  return [
    selectInput({
      input: createInputs.tier,
      label: 'SKU',
      choices: tiers.map((tier) => ({ text: tier, value: tier, description: tierTexts[tier] })),
      initial: 'Standard',
    }),
    selectInput({
      input: createInputs.family,
      label: 'Billing model',
      choices: families.map((family) => ({
        text: billingModel(family),
        value: family,
        description: familyTexts[family],
      })),
      initial: 'MeteredData',
    }),
  ];
}
