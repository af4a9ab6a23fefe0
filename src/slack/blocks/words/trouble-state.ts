import { nameOf } from '../../../domain/open-enum.ts';
import { md } from '../mrkdwn.ts';
import { unknownState } from './say.ts';
import type { ToldTrouble } from './trouble.ts';
import type { TroubleOf, TroubleWords } from './trouble-words.ts';
import { listed } from './units.ts';

const partLimit = 5;

/** The last write ended Failed. */
export function provisioningTroubleWords(
  { circuit }: ToldTrouble,
  { parts }: TroubleOf<'provisioning'>,
): TroubleWords {
  const shown = parts.slice(0, partLimit).map((part) => (part === 'circuit' ? 'the circuit itself' : part));
  const more = parts.length - shown.length;
  const names = shown.map((part) => (part === 'circuit' ? 'the circuit itself' : part));
  const where = listed(more > 0 ? [...names, `${more} more`] : names);
  return {
    place: '',
    bad: md`Azure's last write failed`,
    well: md`Azure's writes succeed again`,
    was: 'Failed',
    meaning: md`It concerns ${where || 'the circuit itself'}. Traffic usually goes on, but routes may be held and further changes refused.`,
    todo: md`*You*: look at the activity log of ${circuit?.name ?? 'the circuit'}, then repeat the change or refresh the circuit.`,
  };
}

/** circuitProvisioningState is not Enabled, outside of a write. */
export function statusTroubleWords({ status }: TroubleOf<'status'>): TroubleWords {
  const isKnown = nameOf(status) === 'Disabled';
  return {
    place: '',
    bad: md`Status is ${nameOf(status) || 'not told'}`,
    well: md`Status is Enabled again`,
    was: 'Not enabled',
    meaning: isKnown ? md`Microsoft’s side does not carry traffic: what goes over it is lost.` : unknownState,
    todo: md`*You*: open a support request with Microsoft and name the circuit. *Microsoft* must enable it.`,
  };
}
