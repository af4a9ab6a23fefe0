import { joinMd, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import { lossEvidence, lossTitle, lossTodo } from './registry-loss.ts';
import type { ToldTrouble } from './trouble.ts';
import { placeOfSubject, type TroubleOf, type TroubleWords } from './trouble-words.ts';
import { counted } from './units.ts';

/** So many prefixes are told one by one. */
const told = 2;

/** Of accepted prefixes the registries have not any more what they had. */
export function registryTroubleWords(of: ToldTrouble, trouble: TroubleOf<'registry'>): TroubleWords {
  const { prefixes, omitted } = trouble;
  const [first] = prefixes;
  const [worst] = first?.losses ?? [];
  const total = prefixes.length + omitted;
  const isOne = first && total === 1 && worst;
  return {
    place: placeOfSubject(of.subject),
    bad: isOne
      ? md`${first.prefix} ${lossTitle(worst)}`
      : md`${counted(total, 'prefix', 'prefixes')} changed in the registries`,
    well: total === 1 ? md`registries have the prefix again` : md`registries have the prefixes again`,
    was: 'Changed',
    meaning: md`${evidenceOf(trouble)} Traffic goes on until Microsoft validates again: then ${total === 1 ? 'the prefix' : 'they'} may lose Configured, and with that BGP.`,
    todo: worst ? lossTodo(worst, first?.asn ?? 0) : nothing,
  };
}

/** What was lost, where: of the first ones; how many more there are. */
function evidenceOf({ prefixes, omitted }: TroubleOf<'registry'>): Mrkdwn {
  const [only] = prefixes;
  if (only && prefixes.length + omitted === 1)
    return joinMd(
      only.losses.slice(0, 2).map((loss) => md`${lossEvidence(loss, only.asn)}.`),
      ' ',
    );
  const shown = prefixes.slice(0, told).map(
    ({ prefix, asn, losses }) =>
      md`${prefix}: ${joinMd(
        losses.slice(0, 1).map((loss) => lossEvidence(loss, asn)),
        '',
      )}.`,
  );
  const more = prefixes.length + omitted - shown.length;
  return joinMd(more > 0 ? [...shown, md`And ${more} more.`] : shown, ' ');
}

const stageTitles: Readonly<Record<TroubleOf<'certificate'>['stage'], string>> = {
  month: 'ends within 30 days',
  week: 'ends within 7 days',
  ended: 'has ended',
};

/** The certificate whose key signed for a prefix ends, or has ended. */
export function certificateTroubleWords(of: ToldTrouble, trouble: TroubleOf<'certificate'>): TroubleWords {
  const { stage, prefixes, omitted } = trouble;
  const total = prefixes.length + omitted;
  const name = of.circuit?.name ?? '';
  const ends = prefixes
    .slice(0, 3)
    .map(({ prefix, endsAt }) => md`${prefix} ${stage === 'ended' ? 'ended' : 'ends'} ${moment(endsAt)}`);
  const more = total - ends.length;
  return {
    place: placeOfSubject(of.subject),
    bad: md`signing certificate ${stageTitles[stage]}`,
    well: md`signing certificate renewed`,
    was: 'Ending',
    meaning: md`That of ${joinMd(ends, ', of ')}${more > 0 ? md` and ${more} more` : nothing}. Traffic goes on, but when Microsoft validates again after the end, the signature does not count.`,
    todo: md`*You*: make a new certificate, put it into the prefix's registry record, and sign again with its key: \`/circuit sign ${name}\`.`,
  };
}
