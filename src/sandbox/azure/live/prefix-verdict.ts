import { covers, parsePrefix } from '../../registry/world/prefix.ts';
import type { IrrSource } from '../../registry/world/records.ts';
import type { RegistryWorld } from '../../registry/world/registry-world.ts';
import type { Circuit } from '../model/circuit.ts';
import type { AdvertisedPrefix, Peering, PrefixConfig } from '../model/peering.ts';
import { validationId } from '../wire/validation-id.ts';
import { signatureVerdict } from './signature-verdict.ts';

/** The registries that Microsoft asks (docs: routing), by Azure's names for them. */
const asked: Readonly<Record<string, IrrSource>> = {
  ARIN: 'ARIN',
  APNIC: 'APNIC',
  AFRINIC: 'AFRINIC',
  LACNIC: 'LACNIC',
  RIPENCC: 'RIPE',
  RADB: 'RADB',
  ALTDB: 'ALTDB',
};

/** What the registry calls itself; undefined: Microsoft does not ask it. */
export const irrSourceOf = (routingRegistryName: string): IrrSource | undefined =>
  asked[routingRegistryName.toUpperCase()];

export type WantedRoute = { readonly origin: number; readonly source: IrrSource };

/** The route object that Microsoft looks for; undefined: it asks no registry for it. */
export function wantedRoute(config: PrefixConfig, { peerASN }: Peering): WantedRoute | undefined {
  const source = irrSourceOf(config.routingRegistryName);
  return source && { origin: config.customerASN || peerASN, source };
}

/** Nobody can look up who has a private AS number: a person has to. */
export function isPrivatelyNumbered({ customerASN }: PrefixConfig, { peerASN }: Peering): boolean {
  return isPrivate(customerASN) || isPrivate(peerASN);
}

/** What Microsoft thinks of each prefix of this peering, as the registries stand now. */
export function prefixVerdicts(registry: RegistryWorld, circuit: Circuit, peering: Peering, now: number) {
  return (config: PrefixConfig, { prefix, signature }: AdvertisedPrefix): string => {
    if (isPrivatelyNumbered(config, peering)) return 'ManualValidationNeeded';
    if (signature === '') return routeVerdict(registry, config, peering, prefix);
    const block = parsePrefix(prefix);
    const remarks = (block && registry.holderOf(block)?.remarks) ?? [];
    return signatureVerdict({ text: validationId(circuit, peering, prefix), signature, remarks, now });
  };
}

function routeVerdict(registry: RegistryWorld, config: PrefixConfig, peering: Peering, prefix: string) {
  const block = parsePrefix(prefix);
  const wanted = wantedRoute(config, peering);
  const routes = registry
    .routes()
    .filter((route) => block && route.source === wanted?.source && covers(route.prefix, block));
  if (routes.length === 0) return 'ValidationNeeded';
  return routes.some(({ origin }) => origin === wanted?.origin) ? 'Configured' : 'AsnValidationFailed';
}

/** RFC 6996. */
function isPrivate(asn: number): boolean {
  return (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294);
}
