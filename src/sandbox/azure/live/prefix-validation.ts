import type { AdvertisedPrefix, Peering, PrefixConfig } from '../model/peering.ts';
import { mapPrefixConfigs } from '../model/prefix-configs.ts';
import { irrSourceOf, isPrivatelyNumbered } from './prefix-verdict.ts';

/** What Azure has settled; at everything else it looks again whenever the peering is written. */
const settled = ['Configured', 'ManuallyVerified'];

/** The check has begun: what can be looked up is Configuring, what cannot needs proof at once (recorded). */
export function beginValidation(peering: Peering): Peering {
  return mapPrefixConfigs(peering, (config) => {
    const prefixes = config.prefixes.map(lookedAt);
    const open = prefixes.filter(isLookedAt);
    if (open.length === 0) return config;
    const isSigned = open.some(({ signature }) => signature !== '');
    const isHopeless = !isSigned && irrSourceOf(config.routingRegistryName) === undefined;
    const needsProof = isHopeless || isPrivatelyNumbered(config, peering);
    return {
      ...config,
      prefixes,
      advertisedPublicPrefixesState: needsProof ? 'ValidationNeeded' : 'Configuring',
    };
  });
}

/** The check has ended: what was looked at gets its verdict, and the peering goes by all of its prefixes. */
export function endValidation(
  peering: Peering,
  verdict: (config: PrefixConfig, entry: AdvertisedPrefix) => string,
): Peering {
  return mapPrefixConfigs(peering, (config) => {
    if (!config.prefixes.some(isLookedAt)) return config;
    const prefixes = config.prefixes.map((entry) => judged(entry, () => verdict(config, entry)));
    const isConfigured = prefixes.every(({ validationState = '' }) => settled.includes(validationState));
    return {
      ...config,
      prefixes,
      // A state that was set by hand meanwhile stands.
      ...(config.advertisedPublicPrefixesState === 'Configuring' && {
        advertisedPublicPrefixesState: isConfigured ? 'Configured' : 'ValidationNeeded',
      }),
    };
  });
}

const isLookedAt = ({ lookedAtFrom }: AdvertisedPrefix): boolean => lookedAtFrom !== undefined;

function lookedAt(entry: AdvertisedPrefix): AdvertisedPrefix {
  const { validationState = '' } = entry;
  return settled.includes(validationState) ? entry : { ...entry, lookedAtFrom: validationState };
}

function judged({ lookedAtFrom, ...entry }: AdvertisedPrefix, verdict: () => string): AdvertisedPrefix {
  const isUntouched = lookedAtFrom === (entry.validationState ?? '');
  return isUntouched ? { ...entry, validationState: verdict() } : entry;
}
