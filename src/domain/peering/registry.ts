import type { RegistryRefusal } from './refusal.ts';

/**
 * The routing registries in which Azure looks prefixes up (expressroute-routing.md), and NONE, its default: then nothing
 * is looked up and ownership is proven by hand.
 */
export const routingRegistries = [
  'ARIN',
  'APNIC',
  'AFRINIC',
  'LACNIC',
  'RIPENCC',
  'RADB',
  'ALTDB',
  'NONE',
] as const;

export const noRegistry = 'NONE';

/** Azure keeps any text here: what is set already may stay, whatever it is. */
export function registryRefusals(
  registry: string | undefined,
  present: string | undefined,
): readonly RegistryRefusal[] {
  if (registry === undefined || registry === present) return [];
  if (routingRegistries.some((known) => known === registry)) return [];
  return [{ code: 'registry-unknown', at: 'registry', value: registry, allowed: routingRegistries }];
}
