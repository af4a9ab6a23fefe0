import { blindConditions } from '../../../domain/alert/blindness.ts';
import type { LifeSigns } from '../../../domain/alert/life-signs.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Now } from '../../ports.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

/** Whether polls happen when they are due. */
export function checkSchedule(signs: () => LifeSigns, now: Now): Check {
  const name = 'Polls';
  return { name, look: async () => [judge(name, signs(), now())] };
}

function judge(name: string, signs: LifeSigns, now: Instant): Finding {
  const { intervalMs, startedAt, lastEndedAt } = signs.polls;
  const pace = `at least every ${seconds(intervalMs)}`;
  const ago = seconds(now - (lastEndedAt ?? startedAt));
  if (isOverdue(signs, now)) {
    const last =
      lastEndedAt === undefined ? `none in the ${ago} since the start` : `the last one ended ${ago} ago`;
    return {
      name,
      level: 'fail',
      found: `Polls are overdue: ${last}, and they are due ${pace}.`,
      mend: 'Look for `a poll failed` in the log; if it says nothing, restart the bot.',
    };
  }
  const last = lastEndedAt === undefined ? 'The first one is under way' : `The last one ended ${ago} ago`;
  return { name, level: 'ok', found: `${last}; they are due ${pace}.` };
}

function isOverdue(signs: LifeSigns, now: Instant): boolean {
  return blindConditions(signs, now).some(
    ({ subject, verdict }) => subject.kind === 'blind' && subject.spot === 'polls' && verdict.kind === 'bad',
  );
}

function seconds(ms: number): string {
  return `${Math.round(Math.max(0, ms) / 1_000)} s`;
}
