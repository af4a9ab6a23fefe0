import { nameOf } from '../open-enum.ts';
import type { AddressFamily, PeeringType } from './peering.ts';

/** A routing domain as people call it; an unknown one as it came. */
export function peeringName(type: PeeringType): string {
  switch (type) {
    case 'AzurePrivatePeering':
      return 'Azure private peering';
    case 'MicrosoftPeering':
      return 'Microsoft peering';
    case 'AzurePublicPeering':
      return 'Azure public peering (retired)';
    default:
      return nameOf(type);
  }
}

export function familyName(family: AddressFamily): string {
  return family === 'ipv4' ? 'IPv4' : 'IPv6';
}
