import type { PeeringSettings, SetPeeringIntent } from '../operation/intent.ts';
import { answer, type Result, refuse } from '../result.ts';
import { asnRefusals } from './asn.ts';
import { checkFamily } from './family.ts';
import { type Ground, isRoutingByProvider, othersThan } from './ground.ts';
import type { EdgeRefusal, OverrideRefusal, SettingRefusal } from './refusal.ts';
import { sharedKeyRefusals } from './shared-key.ts';
import { vlanRefusals } from './vlan.ts';

/**
 * The settings of a peering in canonical form, or every rule of expressroute-routing.md that they break. Azure itself
 * checks next to none of them: it takes what is wrong and ends in a peering that does not work (facts 4.2).
 */
export function checkSettings(
  intent: SetPeeringIntent,
  ground: Ground,
): Result<PeeringSettings, readonly [SettingRefusal, ...SettingRefusal[]]> {
  const { vlanId, peerAsn, sharedKey } = intent.settings;
  const ipv4 = checkFamily('ipv4', intent, ground);
  const ipv6 = checkFamily('ipv6', intent, ground);
  const [first, ...more]: readonly SettingRefusal[] = [
    ...overrideRefusals(intent, ground),
    ...vlanRefusals(vlanId, othersThan(ground.circuit, intent.peering)),
    ...asnRefusals(peerAsn, 'peer-asn'),
    ...sharedKeyRefusals(sharedKey),
    ...addressRefusals(intent.settings),
    ...(ipv4.ok ? [] : ipv4.refusal),
    ...(ipv6.ok ? [] : ipv6.refusal),
    ...edgeRefusals(intent),
  ];
  if (first) return refuse([first, ...more]);
  return answer({
    vlanId,
    peerAsn,
    ...(sharedKey === undefined ? {} : { sharedKey }),
    ...(ipv4.ok && ipv4.value ? { ipv4: ipv4.value } : {}),
    ...(ipv6.ok && ipv6.value ? { ipv6: ipv6.value } : {}),
  });
}

/** A layer 3 provider's routing is left alone unless it is meant to be overridden. */
export function overrideRefusals(
  { overrideLayer3 }: { readonly overrideLayer3: boolean },
  ground: Pick<Ground, 'circuit' | 'order'>,
): readonly OverrideRefusal[] {
  if (overrideLayer3 || !isRoutingByProvider(ground)) return [];
  const { id, name, service } = ground.circuit;
  const provider = service.kind === 'provider' ? service.provider : (ground.order?.provider ?? '');
  return [{ code: 'routing-by-provider', at: 'override', on: { id, name }, provider }];
}

function addressRefusals({ ipv4, ipv6 }: PeeringSettings): readonly SettingRefusal[] {
  return ipv4 || ipv6 ? [] : [{ code: 'subnets-missing', at: 'ipv4-primary' }];
}

/** One edge for both Microsoft peering and the internet routes asymmetrically: a person must say that it is not so. */
function edgeRefusals({ peering, edgeConfirmed }: SetPeeringIntent): readonly EdgeRefusal[] {
  return peering === 'MicrosoftPeering' && !edgeConfirmed ? [{ code: 'edge-unconfirmed', at: 'edge' }] : [];
}
