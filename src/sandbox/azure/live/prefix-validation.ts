import type { Peering, PrefixConfig } from '../model/peering.ts';

const registries = ['ARIN', 'APNIC', 'AFRINIC', 'LACNIC', 'RIPENCC', 'RADB', 'ALTDB'];

/** The registry check has begun: what can be looked up is Configuring, what cannot needs proof at once (recorded). */
export function beginValidation(peering: Peering): Peering {
  return mapUnjudged(peering, (config) => ({
    ...config,
    advertisedPublicPrefixesState:
      verdict(config, peering.peerASN) === 'Configured' ? 'Configuring' : 'ValidationNeeded',
  }));
}

/** The registry check has ended: every prefix that has no state gets its own. */
export function endValidation(peering: Peering): Peering {
  return mapUnjudged(peering, (config) => {
    const state = verdict(config, peering.peerASN);
    return {
      ...config,
      // A state that was set by hand meanwhile stands.
      ...(config.advertisedPublicPrefixesState === 'Configuring' && {
        advertisedPublicPrefixesState: 'Configured',
      }),
      prefixes: config.prefixes.map((entry) => ({
        ...entry,
        validationState:
          entry.validationState ?? (isBadSignature(entry.signature) ? 'InvalidSignatureEncoding' : state),
      })),
    };
  });
}

/** Prefixes are found when their registry is one that Microsoft asks, and a private ASN always needs a person. */
function verdict(config: PrefixConfig, peerASN: number): string {
  if (isPrivateAsn(config.customerASN || peerASN)) return 'ManualValidationNeeded';
  return registries.includes(config.routingRegistryName.toUpperCase()) ? 'Configured' : 'ValidationNeeded';
}

function isPrivateAsn(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}

function isBadSignature(signature: string): boolean {
  return signature !== '' && !/^[A-Za-z0-9+/]+={0,2}$/.test(signature);
}

function mapUnjudged(peering: Peering, change: (config: PrefixConfig) => PrefixConfig): Peering {
  const judge = (config: PrefixConfig) =>
    config.prefixes.some(({ validationState }) => validationState === undefined) ? change(config) : config;
  const { microsoft, ipv6 } = peering;
  return {
    ...peering,
    ...(microsoft && { microsoft: judge(microsoft) }),
    ...(ipv6?.microsoft && { ipv6: { ...ipv6, microsoft: judge(ipv6.microsoft) } }),
  };
}
