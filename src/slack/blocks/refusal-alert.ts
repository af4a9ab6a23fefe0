import type { QuietRefusal } from '../../domain/alert/quiet-words.ts';
import type { WindowRefusal } from '../../domain/alert/window-words.ts';
import type { FilterRefusal } from '../../domain/circuit/filter.ts';
import type { AlertRefusal } from '../../usecases/alerts/alert-desk.ts';
import type { DiagnoseRefusal } from '../../usecases/diagnose-circuit.ts';
import { actionIds } from '../action-ids.ts';
import { button } from './kit.ts';
import { md } from './mrkdwn.ts';
import { encode } from './payload.ts';
import { isShown, type WordsOf } from './refusal-words.ts';
import { person } from './request/person.ts';
import { moment } from './time.ts';
import { counted } from './words/units.ts';

/** Refusals about incidents, mutes, quiet hours and maintenance. */
export type AlertChatRefusal =
  | AlertRefusal
  | DiagnoseRefusal
  | QuietRefusal
  | Exclude<WindowRefusal, FilterRefusal>
  | { readonly code: 'digest-gone' }
  | { readonly code: 'not-muted'; readonly name: string };

const howToQuiet = md`Write it as \`/circuit quiet 22:00-07:00 Europe/London weekdays\`; \`/circuit quiet off\` ends it.`;

const incidentsButton = button('Open incidents', actionIds.incidentsPage, encode({ filter: '', page: 0 }));

export const alertWords: WordsOf<AlertChatRefusal> = {
  'incident-unknown': ({ id }) => ({
    what: md`I do not know incident ${id} any more: it was over long ago.`,
    next: md`\`/circuit incidents all\` lists those that I know.`,
    buttons: [incidentsButton],
  }),
  'incident-over': ({ id }) => ({
    what: md`Incident ${id} is over: there is nothing to do about it any more.`,
    next: md`If it comes back, its message says so.`,
    buttons: [incidentsButton],
  }),
  'incident-acknowledged': ({ id, by, at }) => ({
    what: md`${person(by)} has incident ${id} already, since ${moment(at)}.`,
    next: md`Ask ${person(by)}, or take it over: everybody who is told of it sees that.`,
    buttons: [
      button('Take over', actionIds.takeIncident, encode({ incident: id }), { label: `Take over ${id}` }),
    ],
  }),
  'digest-gone': () => ({
    what: md`I do not know that list any more: all in it was over long ago.`,
    next: md`\`/circuit incidents all\` lists what was wrong, the circuits’ cards what changed.`,
    buttons: [incidentsButton],
  }),
  'window-unknown': ({ id }) => ({
    what: md`I know no maintenance ${id} that could be ended: it is over, or was never planned.`,
    next: md`\`/circuit maintenance\` lists what is planned.`,
  }),
  'window-of-azure': ({ id }) => ({
    what: md`Maintenance ${id} is Microsoft's own: it ends when Azure says so.`,
    next: md`It only marks alerts, and holds none back.`,
  }),
  'window-over': ({ until }) => ({
    what: md`That would be over already, ${moment(until)}.`,
    next: md`Choose a later beginning or a longer time.`,
  }),
  'window-too-long': ({ days }) => ({
    what: md`A maintenance may be ${counted(days, 'day')} long at most: what is held back longer is forgotten.`,
    next: md`Plan it in parts.`,
  }),
  'nothing-to-diagnose': ({ name, providerState }) => ({
    what:
      providerState === '' || providerState === 'Provisioned'
        ? md`*${name}* has no enabled routing domain: no BGP session is meant to run over it.`
        : md`No BGP session is meant to run over *${name}*: its provider state is ${providerState}.`,
    next: md`\`/circuit show ${name}\` tells what comes next.`,
  }),
  'quiet-word-unknown': ({ word, didYouMean }) => ({
    what: isShown(word)
      ? md`${word} is neither a time, a day nor a time zone.`
      : md`That is no time, day or time zone.`,
    next: didYouMean ? md`Did you mean ${didYouMean}? ${howToQuiet}` : howToQuiet,
  }),
  'quiet-times-missing': () => ({ what: md`From when to when?`, next: howToQuiet }),
  'quiet-times-same': () => ({
    what: md`The hours would last the whole day.`,
    next: md`Mute single circuits, or end the subscription, for that.`,
  }),
  'quiet-zone-missing': () => ({
    what: md`In which time zone?`,
    next: md`Name it once: \`/circuit quiet 22:00-07:00 Europe/London\`. Its city is enough.`,
  }),
  'window-filter-passing': ({ key }) => ({
    what: md`${key}: comes and goes: nobody could say which circuits are meant.`,
    next: md`Name circuits, or use location:, provider:, subscription: or tag:.`,
  }),
  'window-length-unreadable': ({ value }) => ({
    what: isShown(value) ? md`${value} is no length of time.` : md`For how long?`,
    next: md`Write it as 90min, 2h or 3d.`,
  }),
  'window-start-unreadable': ({ value }) => ({
    what: isShown(value) ? md`${value} is no beginning.` : md`From when?`,
    next: md`Write it as 22:00 or 2026-11-01T22:00, in UTC. The form takes your own time zone.`,
  }),
  'not-muted': ({ name }) => ({
    what: md`*${name}* is not muted like that in this channel; nothing was changed.`,
    next: md`\`/circuit subscriptions\` shows what is muted here.`,
  }),
};
