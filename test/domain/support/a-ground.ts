import type {
  FamilySettings,
  PeeringSettings,
  SetPeeringIntent,
} from '../../../src/domain/operation/intent.ts';
import type { Ground } from '../../../src/domain/peering/ground.ts';
import type { SettingRefusal } from '../../../src/domain/peering/refusal.ts';
import { checkSettings } from '../../../src/domain/peering/settings.ts';
import { aCircuit } from '../../support/a-circuit.ts';
import { freeSubnets, publicFamily } from '../../support/a-peering-intent.ts';

/** What settings are held against: a circuit without routing, of which nothing else is known. */
export function aGround(more: Partial<Ground> = {}): Ground {
  return { circuit: aCircuit(), order: undefined, networks: [], ...more };
}

export function withPeerings(...peerings: Ground['circuit']['peerings']): Ground {
  return aGround({ circuit: aCircuit({ peerings }) });
}

/** Every rule that is broken; none: none. */
export function refusalsOf(intent: SetPeeringIntent, ground = aGround()): readonly SettingRefusal[] {
  const checked = checkSettings(intent, ground);
  return checked.ok ? [] : checked.refusal;
}

export function ipv4(more: Partial<FamilySettings>): Partial<PeeringSettings> {
  return { ipv4: { ...freeSubnets, ...more } };
}

export function published(more: Partial<FamilySettings>): Partial<PeeringSettings> {
  return { ipv4: { ...publicFamily, ...more } };
}

export function ipv6(primarySubnet: string, secondarySubnet: string): Partial<PeeringSettings> {
  return { ipv4: undefined, ipv6: { primarySubnet, secondarySubnet } };
}

/** So many public prefixes, none twice. */
export function somePrefixes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `203.0.${index}.0/24`);
}
