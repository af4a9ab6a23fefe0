import { nameOf } from '../../../domain/open-enum.ts';
import { joinMd, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { prefixStateMeaning } from './prefix-state.ts';
import type { ToldTrouble } from './trouble.ts';
import { placeOfSubject, type TroubleOf, type TroubleWords } from './trouble-words.ts';
import { counted } from './units.ts';

const prefixLimit = 4;

/** Advertised public prefixes that Microsoft does not validate. */
export function validationTroubleWords(told: ToldTrouble, trouble: TroubleOf<'validation'>): TroubleWords {
  const { state, prefixes, omitted } = trouble;
  const total = prefixes.length + omitted;
  return {
    place: placeOfSubject(told.subject),
    bad:
      total > 0
        ? md`${counted(total, 'prefix', 'prefixes')} not validated`
        : md`prefixes are ${nameOf(state) || 'in no known state'}`,
    well: md`prefixes validated`,
    was: 'Not validated',
    meaning: md`${nameOf(state) || 'No state'}: ${prefixStateMeaning(state)}.${prefixLine(trouble)}`,
    todo: md`*You*: press *Validate prefixes*: it says for each prefix what to do. A registry record, a signature (\`/circuit sign\`) or a support ticket (*Case*) proves that it is yours. Until then Microsoft does not take it.`,
  };
}

/** ` 203.0.113.0/24: ValidationFailed, 198.51.100.0/24: …, and 3 more.` */
function prefixLine({ prefixes, omitted }: TroubleOf<'validation'>): Mrkdwn {
  if (prefixes.length === 0) return nothing;
  const shown = prefixes
    .slice(0, prefixLimit)
    .map(({ prefix, state }) => md`${prefix} (${nameOf(state) || 'no state'})`);
  const more = prefixes.length + omitted - shown.length;
  return md` ${joinMd(shown, ', ')}${more > 0 ? md` and ${more} more` : nothing}.`;
}
