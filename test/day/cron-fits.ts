import type { Instant } from '../../src/domain/instant.ts';

/** Whether a second fits a cron expression that names seconds and minutes (a number, `*` or a step), as ours do. */
export function cronFits(when: string, at: Instant): boolean {
  const [seconds = '', minutes = '', ...rest] = when.split(' ');
  if (rest.some((field) => field !== '*')) throw new Error(`the day cannot read the schedule ${when}`);
  const date = new Date(at);
  return fieldFits(seconds, date.getUTCSeconds()) && fieldFits(minutes, date.getUTCMinutes());
}

function fieldFits(field: string, value: number): boolean {
  const [, step] = /^\*(?:\/(\d+))?$/u.exec(field) ?? [];
  if (step !== undefined) return value % Number(step) === 0;
  return field === '*' || Number(field) === value;
}
