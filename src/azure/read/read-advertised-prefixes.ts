import type { CircuitAddress } from '../../domain/circuit/circuit-id.ts';
import { type AddressFamily, addressFamilies } from '../../domain/peering/peering.ts';
import { parsePrefixState } from '../../domain/peering/prefix-states.ts';
import type { AdvertisedPrefix } from '../../usecases/validation/prefix-reader.ts';
import type { ArmClient } from '../arm-client.ts';
import { listAt, type Raw, rawAt, rawsAt, textAt } from '../raw.ts';
import { readRaw } from '../read-raw.ts';
import { circuitUrl } from '../resource-url.ts';
import { isSameText } from '../same-text.ts';

/** One GET of the peering. Undefined: there is no such circuit, or no Microsoft peering on it. */
export async function readAdvertisedPrefixes(
  arm: ArmClient,
  target: CircuitAddress,
): Promise<readonly AdvertisedPrefix[] | undefined> {
  const peering = await readRaw(arm, circuitUrl(target, ['peerings', 'MicrosoftPeering']));
  return peering && advertisedIn(peering);
}

/** Where each family's list stands in a peering. */
export const configPaths = {
  ipv4: ['properties', 'microsoftPeeringConfig'],
  ipv6: ['properties', 'ipv6PeeringConfig', 'microsoftPeeringConfig'],
} as const satisfies Readonly<Record<AddressFamily, readonly string[]>>;

/** What is advertised, in Azure's order; an entry of its own that a prefix has not yet got is as good as empty. */
export function advertisedIn(peering: Raw): readonly AdvertisedPrefix[] {
  return addressFamilies.flatMap((family) => {
    const config = rawAt(peering, ...configPaths[family]) ?? {};
    const info = rawsAt(config, 'advertisedPublicPrefixInfo');
    const names = listAt(config, 'advertisedPublicPrefixes').filter((one) => typeof one === 'string');
    const alone = info.map((entry) => textAt(entry, 'prefix')).filter((prefix) => prefix !== '');
    const prefixes = names.length > 0 ? names : alone;
    return prefixes.map((prefix) =>
      toAdvertised(
        family,
        prefix,
        info.find((entry) => isSameText(textAt(entry, 'prefix'), prefix)),
      ),
    );
  });
}

function toAdvertised(family: AddressFamily, prefix: string, entry: Raw = {}): AdvertisedPrefix {
  const validationId = textAt(entry, 'validationId');
  const signature = textAt(entry, 'signature');
  const state = textAt(entry, 'validationState');
  return {
    family,
    prefix,
    ...(validationId ? { validationId } : {}),
    ...(signature ? { signature } : {}),
    ...(state ? { state: parsePrefixState(state) } : {}),
  };
}
