import { clock, dayNames, type QuietAsk } from '../../../domain/alert/quiet-words.ts';
import { capital, listed } from './units.ts';

/** `22:00–07:00 (Europe/London), on Mon and Tue`. */
export function quietWords({ fromMinute, toMinute, zone, days }: QuietAsk): string {
  return `${clock(fromMinute)}–${clock(toMinute)} (${zone}), ${daysWords(days)}`;
}

function daysWords(days: readonly number[]): string {
  switch (days.join('')) {
    case '':
      return 'every day';
    case '12345':
      return 'on weekdays';
    case '67':
      return 'on weekends';
    default:
      return `on ${listed(days.map((day) => capital(dayNames[day - 1] ?? '')))}`;
  }
}
