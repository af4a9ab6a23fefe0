import { nameOf } from '../../../domain/open-enum.ts';
import type { PrefixState } from '../../../domain/peering/prefix-states.ts';
import { type Mrkdwn, md, trusted } from '../mrkdwn.ts';
import { isPrefixTrouble } from './prefix-state.ts';
import { unknownState } from './say.ts';

/** What there is to do about a prefix in this state. Sources: facts/registry.md 1, facts/azure.md 4.3. */
export function prefixTodo(state: PrefixState | undefined, name: string): Mrkdwn {
  if (state === undefined) return notLookedYet;
  if (typeof state !== 'string')
    return md`${unknownState} *You*: ask Microsoft what it means; a signature can be tried.`;
  switch (state) {
    case 'NotConfigured':
      return notLookedYet;
    case 'Configuring':
      return md`Nothing to do: this takes minutes to hours.`;
    case 'Configured':
    case 'ManuallyVerified':
      return md`Nothing to do.`;
    case 'ValidationNeeded':
    case 'ValidationFailed':
      return md`*You*: sign it, or put a route object with the right AS number into a routing registry. \`/circuit validate ${name}\` tells which of them works.`;
    case 'ManualValidationNeeded':
      return md`*You*: collect the documents and have a ticket opened: \`/circuit case open ${name}\`.`;
    case 'AsnValidationFailed':
      return md`*You*: \`/circuit validate ${name}\` shows the AS number that the registries know. Correct it there, or set the customer ASN with \`/circuit peering ${name} microsoft\`.`;
    case 'CertificateMissingInRoutingRegistry':
      return md`*You*: put the certificate into the registry record of the prefix, then sign again: that has Azure look again.`;
    case 'InvalidSignatureEncoding':
      return md`*You*: sign it again. Here the encoding is checked before Azure sees it.`;
    case 'SignatureVerificationFailed':
      return md`*You*: sign it again; mostly a newline was signed too. Here that is found before Azure sees it.`;
  }
}

const notLookedYet = md`Azure has not looked at it yet. *You*: nothing for some minutes; sign it if it stays so.`;

/** Where a signature may help. It can be asked for by name all the same. */
export function isSigningOffered(state: PrefixState | undefined): boolean {
  const others = ['Configuring', 'Configured', 'ManuallyVerified', 'ManualValidationNeeded'];
  return state === undefined || !others.includes(nameOf(state));
}

export function prefixSign(state: PrefixState | undefined): Mrkdwn {
  if (state === undefined || state === 'NotConfigured' || state === 'Configuring')
    return trusted(':hourglass_flowing_sand:');
  return trusted(isPrefixTrouble(state) ? ':warning:' : ':white_check_mark:');
}
