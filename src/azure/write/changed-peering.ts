import type { FamilySettings } from '../../domain/operation/intent.ts';
import { type Change, type Raw, rawAt, textAt, withAll, withAt } from '../raw.ts';
import { changedPublicPrefixes } from './changed-public-prefixes.ts';
import type { StepOf } from './step-of.ts';

type PutPeering = StepOf<'put-peering'>;

/**
 * A peering with these settings; undefined: there is none yet. Nothing else of it is touched: state, route filters,
 * signatures, Global Reach, legacyMode. Azure does not tell the sharedKey, so without a new one it is not in the body:
 * whether Azure then keeps the old one is unverified, no source says it.
 */
export function changedPeering(before: Raw | undefined, { peering, settings }: PutPeering): Raw {
  const { vlanId, peerAsn, sharedKey, ipv4, ipv6 } = settings;
  const raw = before ?? { properties: { peeringType: peering } };
  const isPublic = peering === 'MicrosoftPeering';
  const properties = withIpv4(rawAt(raw, 'properties') ?? {}, ipv4, isPublic);
  return withAt(
    raw,
    ['properties'],
    withAll(withIpv6(properties, ipv6, isPublic), [
      [['peerASN'], peerAsn],
      [['vlanId'], vlanId],
      ...(sharedKey === undefined ? [] : [[['sharedKey'], sharedKey] as const]),
    ]),
  );
}

/** What goes with IPv4 when it is removed: the list is that of Remove-AzExpressRouteCircuitPeeringConfig. */
const ipv4Fields = [
  'primaryPeerAddressPrefix',
  'secondaryPeerAddressPrefix',
  'microsoftPeeringConfig',
  'routeFilter',
];

function withIpv4(properties: Raw, settings: FamilySettings | undefined, isPublic: boolean): Raw {
  if (settings) return withFamily(properties, settings, isPublic);
  if (!isConfigured(properties)) return properties;
  return withAll(
    properties,
    ipv4Fields.map((field): Change => [[field], undefined]),
  );
}

function withIpv6(properties: Raw, settings: FamilySettings | undefined, isPublic: boolean): Raw {
  const config = rawAt(properties, 'ipv6PeeringConfig') ?? {};
  if (settings) return withAt(properties, ['ipv6PeeringConfig'], withFamily(config, settings, isPublic));
  return isConfigured(config) ? withAt(properties, ['ipv6PeeringConfig'], undefined) : properties;
}

/** A family without any subnet is not configured, whatever else Azure sends with it. */
function isConfigured(family: Raw): boolean {
  return (
    textAt(family, 'primaryPeerAddressPrefix') !== '' || textAt(family, 'secondaryPeerAddressPrefix') !== ''
  );
}

function withFamily(family: Raw, settings: FamilySettings, isPublic: boolean): Raw {
  const config = rawAt(family, 'microsoftPeeringConfig') ?? {};
  return withAll(family, [
    [['primaryPeerAddressPrefix'], settings.primarySubnet],
    [['secondaryPeerAddressPrefix'], settings.secondarySubnet],
    ...(isPublic ? [[['microsoftPeeringConfig'], changedPublicPrefixes(config, settings)] as const] : []),
  ]);
}
