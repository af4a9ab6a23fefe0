import type { IncidentStep } from '../../../domain/alert/incident.ts';
import type { Subject } from '../../../domain/alert/subject.ts';
import type { CircuitRef } from '../../../domain/circuit/changes.ts';
import { joinMd, type Mrkdwn, md, nothing, trusted, whole } from '../mrkdwn.ts';
import { person } from '../request/person.ts';
import { duration, moment } from '../time.ts';
import { goneWords } from './gone.ts';
import { severitySigns } from './severity.ts';
import { troubleWords } from './trouble.ts';
import { counted } from './units.ts';

/** Whose steps they are. */
export type StepOf = { readonly subject: Subject; readonly circuit?: CircuitRef };
type What = IncidentStep['what'];
type Bad = Extract<What, { trouble: unknown }>;

/** One step in a line: when, a sign, what. It is read aloud well: the words say what the sign does. */
export function stepLine({ at, what }: IncidentStep, of: StepOf): Mrkdwn {
  const { sign, words } = stepWords(what, of, at);
  return md`${moment(at)} ${trusted(sign)} ${words}`;
}

export function stepWords(
  what: What,
  of: StepOf,
  at: number,
): { readonly sign: string; readonly words: Mrkdwn } {
  switch (what.kind) {
    case 'opened':
      return bad(what, of, at, nothing);
    case 'changed':
      return bad(what, of, at, md`now: `);
    case 'bad-again':
      return bad(what, of, at, md`again: `);
    case 'reopened':
      return bad(what, of, at, md`it was over, and again: `);
    case 'well':
      return { sign: ':large_yellow_circle:', words: md`well again, if it stays so` };
    case 'resolved':
      return what.ending.kind === 'well'
        ? { sign: ':large_green_circle:', words: md`over, after ${duration(what.lastedMs)}` }
        : { sign: ':heavy_minus_sign:', words: md`no longer counts: ${goneWords[what.ending.why]}` };
    case 'flapping':
      return {
        sign: ':arrows_counterclockwise:',
        words: md`flapping: ${what.times} times in ${duration(what.withinMs)}. Single turns are not told until it is calm`,
      };
    case 'calm':
      return {
        sign: ':double_vertical_bar:',
        words: md`calm again; it was bad ${counted(what.times, 'time')}`,
      };
    default:
      return deedWords(what);
  }
}

function bad({ severity, trouble }: Bad, of: StepOf, at: number, before: Mrkdwn) {
  const { place, bad: words } = troubleWords({ ...of, trouble, firstBadAt: at });
  const parts = [...(place === '' ? [] : [md`${place}`]), md`${before}${words}`];
  return { sign: severitySigns[severity], words: md`${joinMd(parts, ' · ')} (${severity})` };
}

type Deed = Extract<What, { by: string }>;

/** What people did about it. */
function deedWords(what: Deed): { readonly sign: string; readonly words: Mrkdwn } {
  switch (what.kind) {
    case 'acknowledged':
      return {
        sign: ':eyes:',
        words: md`acknowledged by ${person(what.by)}${what.note ? md`: ${whole(what.note)}` : nothing}`,
      };
    case 'assigned':
      return {
        sign: ':point_right:',
        words:
          what.to === what.by
            ? md`${person(what.to)} took it over`
            : md`${person(what.by)} gave it to ${person(what.to)}`,
      };
    case 'muted':
      return {
        sign: ':no_bell:',
        words: md`muted in ${trusted(`<#${what.channelId}>`)} by ${person(what.by)} until ${moment(what.until)}`,
      };
  }
}
