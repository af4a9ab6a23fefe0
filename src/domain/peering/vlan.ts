import type { Peering } from './peering.ts';
import type { VlanRefusal } from './refusal.ts';

/** 802.1Q; Azure documents no range of its own. */
export const vlanRange = { min: 1, max: 4_094 } as const;

/** One VLAN id serves both links of a peering and no other peering of the circuit. */
export function vlanRefusals(vlanId: number, others: readonly Peering[]): readonly VlanRefusal[] {
  const { min, max } = vlanRange;
  if (!Number.isInteger(vlanId) || vlanId < min || vlanId > max)
    return [{ code: 'vlan-malformed', at: 'vlan', value: String(vlanId), min, max }];
  const holder = others.find((peering) => peering.vlanId === vlanId);
  return holder ? [{ code: 'vlan-taken', at: 'vlan', vlanId, peering: holder.type }] : [];
}
