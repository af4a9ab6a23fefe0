import { answer, type Result, refuse } from '../result.ts';
import { type Network, parseNetwork } from './addresses.ts';
import type { AddressFamily } from './peering.ts';
import type { NetworkRefusal } from './refusal.ts';

/** Reads a subnet or prefix of one address family, as it was typed at that input. */
export function readNetwork<At extends NetworkRefusal['at']>(
  family: AddressFamily,
  at: At,
  value: string,
): Result<Network, NetworkRefusal & { readonly at: At }> {
  const read = parseNetwork(value);
  if (!read.ok) {
    return read.refusal.kind === 'malformed'
      ? refuse({ code: 'network-malformed', at, value, family })
      : refuse({ code: 'network-host-bits', at, value, suggestion: read.refusal.suggestion });
  }
  return read.value.family === family
    ? answer(read.value)
    : refuse({ code: 'network-other-family', at, value, family });
}

/** The canonical form of what Azure has; as it came where Azure has what is refused here. */
export function canonicalText(text: string): string {
  const read = parseNetwork(text);
  return read.ok ? read.value.text : text;
}
