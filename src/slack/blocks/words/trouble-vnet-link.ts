import { md } from '../mrkdwn.ts';
import type { ToldTrouble } from './trouble.ts';
import type { TroubleOf, TroubleWords } from './trouble-words.ts';

/** A virtual network's connection does not connect. */
export function vnetLinkTroubleWords(
  { circuit }: ToldTrouble,
  { connection, gateway, status }: TroubleOf<'vnet-link'>,
): TroubleWords {
  return {
    place: '',
    bad: md`connection ${connection} is ${status || 'in no known state'}`,
    well: md`connection ${connection} is Connected again`,
    was: 'Not connected',
    meaning: md`The virtual network behind gateway ${gateway || 'unknown'} may not be reached over this circuit.`,
    todo: md`*You*: look at the connection and its gateway in the portal: is the gateway well, and the authorization still there? \`/circuit link ${circuit?.name ?? ''}\` lists both.`,
  };
}
