import { md, nothing } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import type { ToldTrouble } from './trouble.ts';
import { placeOfSubject, type TroubleOf, type TroubleWords } from './trouble-words.ts';
import { counted, grouped } from './units.ts';

/** Prefixes that Microsoft takes of Standard and Local circuits over private peering; Premium takes 10,000. */
const standardLimit = 4_000;

/** So many prefixes that Microsoft is about to drop the session. Source: expressroute-limits.md. */
export function prefixLimitWords(told: ToldTrouble, trouble: TroubleOf<'prefix-limit'>): TroubleWords {
  const { link, prefixes, limit } = trouble;
  const premium = limit === standardLimit ? md` The Premium SKU takes 10,000: \`/circuit resize\`.` : nothing;
  return {
    place: placeOfSubject(told.subject),
    bad: md`${grouped(prefixes)} of ${grouped(limit)} prefixes on the ${link} link`,
    well: md`number of prefixes is safe again`,
    was: 'Too many',
    meaning:
      prefixes > limit
        ? md`Microsoft drops a session with more than ${grouped(limit)} prefixes: this one may go at any moment.`
        : md`With more than ${grouped(limit)} Microsoft drops the session, and everything routed over it stops.`,
    todo: md`*You*: announce fewer prefixes: summarise them on your router.${premium}`,
  };
}

/** Far fewer prefixes than usual. */
export function prefixDropWords(told: ToldTrouble, trouble: TroubleOf<'prefix-drop'>): TroubleWords {
  const { link, prefixes, usualPrefixes, since } = trouble;
  const count = prefixes === 0 ? 'no prefixes' : counted(prefixes, 'prefix', 'prefixes');
  return {
    place: placeOfSubject(told.subject),
    bad: md`${count} instead of ${grouped(usualPrefixes)} on the ${link} link`,
    well: md`prefixes are back`,
    was: 'Too few',
    meaning: md`BGP is up, and your router has announced ${count} since ${moment(since)}: what is missing is not reached over this link.`,
    todo: md`*You*: look at what your router announces to Microsoft: route maps, filters, and what it learns itself.`,
  };
}
