import type { CreateRefusal } from '../../domain/operation/plans/create-refusal.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';
import { bandwidth, counted, listed } from './words/units.ts';

/** What only the form of a new circuit can be wrong in. */
export type CreateFormRefusal =
  /** `field`: as the form calls it. */
  | { readonly code: 'choice-missing'; readonly field: string }
  | { readonly code: 'subscription-not-watched'; readonly subscriptionId: string };

/** How many names a sentence lists. */
const nameLimit = 12;

/** Why a circuit cannot be created. Sources: facts/azure.md 4.4, tag-resources.md, resource-name-rules.md. */
export const createWords: WordsOf<CreateRefusal | CreateFormRefusal> = {
  'circuit-name-malformed': ({ name }) => ({
    what: name ? md`A circuit cannot be called ${name}.` : md`The circuit needs a name.`,
    next: md`Use 1 to 80 letters, digits, hyphens, periods and underscores; begin with a letter or digit, and end with one or an underscore.`,
  }),
  'circuit-name-taken': ({ name, resourceGroup }) => ({
    what: md`Resource group ${resourceGroup} has a circuit called ${name} already; a name is unique in its group.`,
    next: md`Choose another name, or another resource group.`,
  }),
  'resource-group-unknown': ({ resourceGroup, subscriptionId, didYouMean }) => ({
    what: md`Subscription ${subscriptionId} has no resource group ${resourceGroup}, or I may not read it.`,
    next: didYouMean
      ? md`Did you mean ${didYouMean}?`
      : md`Choose one that there is, or have it created first.`,
  }),
  'provider-not-offered': ({ provider, didYouMean }) => ({
    what: md`Azure’s catalogue has no provider ${provider}.`,
    next: didYouMean ? md`Did you mean ${didYouMean}?` : md`Choose one of the catalogue.`,
  }),
  'location-not-offered': ({ provider, location, offered }) => ({
    what: md`${provider} is not at ${location}.`,
    next: offered.length > 0 ? md`It is at ${some(offered)}.` : md`Choose another provider.`,
  }),
  'bandwidth-not-offered': ({ provider, bandwidthMbps, offered }) => ({
    what: md`${provider} does not offer ${bandwidth(bandwidthMbps)} here.`,
    next:
      offered.length > 0
        ? md`It offers ${offeredBandwidths(offered)}.`
        : md`It offers nothing higher. Ask the provider, or create a second circuit.`,
  }),
  'sku-unknown': ({ tier, family }) => ({
    what: md`There is no SKU ${tier} with billing model ${family}.`,
    next: md`Choose Local, Standard or Premium, and Metered or Unlimited.`,
  }),
  'local-is-unlimited': () => ({
    what: md`A Local circuit includes all outgoing traffic, so there is no metered one.`,
    next: md`Choose Unlimited, or a Standard circuit.`,
  }),
  'local-too-slow': ({ bandwidthMbps, leastMbps }) => ({
    what: md`Local circuits begin at ${bandwidth(leastMbps)}, and this is one of ${bandwidth(bandwidthMbps)}.`,
    next: md`Choose more bandwidth, or a Standard circuit.`,
  }),
  'region-full': ({ region, subscriptionId, count, limit }) => ({
    what: md`Subscription ${subscriptionId} has ${counted(count, 'circuit')} in ${region}; Azure allows ${limit} in a region.`,
    next: md`Choose another region or subscription, or delete one that nobody uses: \`/circuit list state:deprovisioned\`.`,
  }),
  'subscription-full': ({ subscriptionId, count, limit }) => ({
    what: md`Subscription ${subscriptionId} has ${counted(count, 'circuit')}; Azure allows ${limit}.`,
    next: md`Choose another subscription, have Microsoft raise the limit, or delete one that nobody uses.`,
  }),
  'region-malformed': ({ region }) => ({
    what: region ? md`${region} is no Azure region.` : md`The circuit needs an Azure region.`,
    next: md`Regions are written as uksouth or westeurope.`,
  }),
  'tag-malformed': ({ line }) => ({
    what: md`${line} is no tag.`,
    next: md`Write one \`name=value\` a line.`,
  }),
  'tag-name-forbidden': ({ name }) => ({
    what: md`No tag can be called ${name || 'nothing'}.`,
    next: md`Names of tags hold none of ${'< > % & \\ ? /'}.`,
  }),
  'tag-name-long': ({ name, limit }) => ({
    what: md`The tag that begins with ${name.slice(0, 40)} has too long a name.`,
    next: md`Names of tags have at most ${limit} characters.`,
  }),
  'tag-value-long': ({ name, limit }) => ({
    what: md`The value of tag ${name.slice(0, 60)} is too long.`,
    next: md`Values of tags have at most ${limit} characters.`,
  }),
  'tag-twice': ({ name }) => ({
    what: md`Tag ${name} is there twice; casing does not tell tags apart.`,
    next: md`Leave one of them out.`,
  }),
  'tags-too-many': ({ count, limit }) => ({
    what: md`That is ${counted(count, 'tag')}; a circuit has at most ${limit}.`,
    next: md`Leave some of them out.`,
  }),
  'choice-missing': ({ field }) => ({
    what: md`Nothing is chosen for ${field}.`,
    next: md`Choose one of the list.`,
  }),
  'subscription-not-watched': ({ subscriptionId }) => ({
    what: md`Subscription ${subscriptionId || 'of that id'} is not one that I look after.`,
    next: md`Choose one of the list.`,
  }),
};

function some(names: readonly string[]): Mrkdwn {
  const more = names.length - nameLimit;
  return more > 0 ? md`${names.slice(0, nameLimit).join(', ')} and ${more} more` : md`${listed(names)}`;
}

function offeredBandwidths(offered: readonly number[]): string {
  return listed(offered.map(bandwidth), 'or');
}
