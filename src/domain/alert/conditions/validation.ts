import { isSame, nameOf } from '../../open-enum.ts';
import type { PublicPrefixes } from '../../peering/peering.ts';
import { isAccepted, type PrefixState } from '../../peering/prefix-states.ts';
import type { Verdict } from '../condition.ts';

/** How many prefixes a message carries. */
const shown = 50;

/** Those that Microsoft will not accept until somebody does something. */
const refused: readonly PrefixState[] = [
  'ValidationNeeded',
  'ValidationFailed',
  'ManualValidationNeeded',
  'AsnValidationFailed',
  'CertificateMissingInRoutingRegistry',
  'InvalidSignatureEncoding',
  'SignatureVerificationFailed',
];

/**
 * Advertised public prefixes of one peering and family; undefined: none are. One that Microsoft is looking at is neither
 * refused nor accepted: what is being tried again is not well yet.
 */
export function validationVerdict(list: PublicPrefixes): Verdict | undefined {
  const told = list.each.flatMap(({ prefix, state }) => (state === undefined ? [] : [{ prefix, state }]));
  if (list.advertised.length + list.each.length === 0) return undefined;
  const bad = told.filter(({ state }) => isRefused(state));
  if (bad.length > 0 || nameOf(list.state) === 'ValidationNeeded') {
    const prefixes = bad.slice(0, shown);
    const trouble = {
      kind: 'validation',
      state: list.state,
      prefixes,
      omitted: bad.length - prefixes.length,
    } as const;
    return { kind: 'bad', severity: 'warning', trouble };
  }
  const isWell = nameOf(list.state) === 'Configured' && told.every(({ state }) => isAccepted(state));
  return { kind: isWell ? 'good' : 'unknown' };
}

function isRefused(state: PrefixState): boolean {
  return refused.some((one) => isSame(one, state));
}
