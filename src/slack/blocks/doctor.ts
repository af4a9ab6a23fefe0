import type { Finding, FindingLevel } from '../../usecases/doctor/finding.ts';
import { context, section } from './kit.ts';
import { lines, type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';
import { counted, listed } from './words/units.ts';

const signs: Readonly<Record<FindingLevel, string>> = {
  ok: ':white_check_mark:',
  warn: ':warning:',
  fail: ':x:',
  skipped: ':heavy_minus_sign:',
};

/** What must be mended first. */
const order: readonly FindingLevel[] = ['fail', 'warn', 'ok', 'skipped'];

const findingsPerSection = 6;
const shownLimit = 60;

/** What the doctor found, the worst first, each with how to mend it. */
export function doctorReply(findings: readonly Finding[]): Reply {
  const sorted = order.flatMap((level) => findings.filter((finding) => finding.level === level));
  const shown = sorted.slice(0, shownLimit);
  const groups = Array.from({ length: Math.ceil(shown.length / findingsPerSection) }, (_, index) =>
    shown.slice(index * findingsPerSection, (index + 1) * findingsPerSection),
  );
  const title = titleOf(findings);
  const more = sorted.length - shown.length;
  return reply(title, [
    section(title),
    ...groups.map((group) => section(lines(...group.map(findingLines)))),
    ...(more > 0 ? [context(md`and ${more} more: \`npm run doctor\` shows all`)] : []),
  ]);
}

function titleOf(findings: readonly Finding[]): Mrkdwn {
  const count = (level: FindingLevel) => findings.filter((finding) => finding.level === level).length;
  const parts = [
    ...(count('fail') > 0 ? [`${count('fail')} to mend`] : []),
    ...(count('warn') > 0 ? [counted(count('warn'), 'warning')] : []),
  ];
  return parts.length === 0
    ? md`:white_check_mark: *All is well*: ${counted(findings.length, 'thing')} looked at.`
    : md`:wrench: *${listed(parts)}*, of ${counted(findings.length, 'thing')} looked at.`;
}

function findingLines({ name, level, found, mend }: Finding): Mrkdwn {
  return lines(
    md`${trusted(signs[level])} *${name}*: ${found}`,
    mend && level !== 'ok' ? md`      → ${mend}` : nothing,
  );
}

/** Stands while everything is looked at: ten seconds at most. */
export function examiningReply(): Reply {
  return reply(md`Looking at everything`, [
    section(md`:hourglass_flowing_sand: Looking at Slack, Azure, the clock, the disk and the schedule.`),
  ]);
}
