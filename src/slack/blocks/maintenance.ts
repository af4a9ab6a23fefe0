import type { KnownBlock } from '@slack/types';
import type { MaintenanceWindow } from '../../domain/alert/quiet.ts';
import { renderFilter } from '../../domain/circuit/filter.ts';
import type { Instant } from '../../domain/instant.ts';
import { actionIds } from '../action-ids.ts';
import { actions, button, confirm, context, section } from './kit.ts';
import { lines, type Mrkdwn, md, nothing } from './mrkdwn.ts';
import { encode } from './payload.ts';
import { type Reply, reply } from './reply.ts';
import { person } from './request/person.ts';
import { moment, span } from './time.ts';
import { counted } from './words/units.ts';

const shownLimit = 15;

/** What is planned and what is on, by its beginning. */
export function maintenanceReply(windows: readonly MaintenanceWindow[], now: Instant): Reply {
  const present = windows.filter(({ until }) => until > now);
  const more = present.length - shownLimit;
  const title =
    present.length === 0
      ? md`*No maintenance is planned.*`
      : md`*${counted(present.length, 'maintenance', 'maintenances')} planned or under way*`;
  return reply(title, [
    section(title),
    ...present.slice(0, shownLimit).map((window) => windowRow(window, now)),
    ...(more > 0 ? [context(md`and ${more} more`)] : []),
    actions(
      button('Plan…', actionIds.maintenanceForm, encode({ filter: '', page: 0 }), {
        style: 'primary',
        label: 'Plan a maintenance',
      }),
    ),
  ]);
}

function windowRow(window: MaintenanceWindow, now: Instant): KnownBlock {
  const { id, source } = window;
  const text = windowLines(window, now);
  if (source.kind === 'azure') return section(text);
  return section(
    text,
    button('End', actionIds.maintenanceEnd, encode({ window: id }), {
      label: `End maintenance ${id}`,
      confirm: confirm(
        'End it?',
        'Alerts are told as always again, and what was held back is told.',
        'End it',
        'Keep it',
      ),
    }),
  );
}

/** Its time, whose it is, what it covers and what it does to alerts. */
export function windowLines(
  { id, from, until, filter, effect, note, source }: MaintenanceWindow,
  now: Instant,
): Mrkdwn {
  const state = from > now ? md`planned` : md`*under way*`;
  const who = source.kind === 'azure' ? md`by Microsoft` : md`by ${person(source.userId)}`;
  const what = effect === 'hold' ? md`alerts wait until it is over` : md`alerts are told and say so`;
  return lines(
    md`:construction: *${id}* · ${state} · ${span(from, until)}`,
    md`${coveredWords(filter, source)} · ${what} · ${who}`,
    note === '' ? nothing : md`${note}`,
  );
}

function coveredWords(filter: MaintenanceWindow['filter'], source: MaintenanceWindow['source']): Mrkdwn {
  if (filter.length > 0) return md`${renderFilter(filter)}`;
  if (source.kind === 'azure' && source.regions.length > 0)
    return md`circuits in ${source.regions.join(', ')}`;
  return md`every circuit`;
}

/** Said in the channel where it was planned. `covered`: how many circuits it fits now. */
export function windowPlannedReply(window: MaintenanceWindow, covered: number, now: Instant): Reply {
  const fit =
    covered === 0
      ? md`:warning: No circuit fits it at the moment. Is the filter as it was meant?`
      : md`${counted(covered, 'circuit fits', 'circuits fit')} it now.`;
  return reply(md`Maintenance ${window.id} is planned`, [section(lines(windowLines(window, now), fit))]);
}

export function windowEndedReply(
  { id, note, effect }: MaintenanceWindow,
  userId: string,
  now: Instant,
): Reply {
  return reply(md`Maintenance ${id} is over`, [
    section(
      md`:construction: ${person(userId)} ended maintenance *${id}*${note ? md` (${note})` : nothing} ${moment(now)}.${effect === 'hold' ? md` What it held back, if anything, follows.` : nothing}`,
    ),
  ]);
}
