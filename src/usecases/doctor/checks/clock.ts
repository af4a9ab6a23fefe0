import type { LifeSigns } from '../../../domain/alert/life-signs.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

/** Slack refuses what is older than five minutes; times in messages are wrong long before. */
const warnMs = 60_000;
const failMs = 240_000;

/** How this machine's clock stands to Azure's and Slack's. Looked at last: the other checks bring the answers. */
export function checkClock(clock: () => LifeSigns['clock']): Check {
  const name = 'Clock';
  return {
    name,
    look: async () => {
      const { azureMs, slackMs } = clock();
      const findings = [...judge('Clock against Azure', azureMs), ...judge('Clock against Slack', slackMs)];
      return findings.length > 0
        ? findings
        : [{ name, level: 'skipped', found: 'Nobody has told the time yet.' }];
    },
  };
}

function judge(name: string, skewsMs: readonly number[]): readonly Finding[] {
  const ms = medianOf(skewsMs);
  if (ms === undefined) return [];
  const seconds = Math.round(Math.abs(ms) / 1_000);
  if (Math.abs(ms) <= warnMs) return [{ name, level: 'ok', found: `They differ by ${seconds} s.` }];
  return [
    {
      name,
      level: Math.abs(ms) > failMs ? 'fail' : 'warn',
      found: `This machine’s clock is ${seconds} s ${ms > 0 ? 'behind' : 'ahead'}.`,
      mend: 'Set the machine’s clock by NTP: `timedatectl set-ntp true`, then look at `timedatectl status`.',
    },
  ];
}

function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
