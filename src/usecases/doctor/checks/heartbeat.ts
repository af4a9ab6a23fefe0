import type { HeartbeatStanding } from '../../life-signs/heartbeat-standing.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

/** Whether HEARTBEAT_URL takes what is sent after each good poll. Undefined: it is not set. */
export function checkHeartbeat(standing: () => HeartbeatStanding | undefined): Check {
  const name = 'Heartbeat';
  return { name, look: async () => [judge(name, standing())] };
}

function judge(name: string, standing: HeartbeatStanding | undefined): Finding {
  switch (standing?.kind) {
    case undefined:
      return {
        name,
        level: 'skipped',
        found: 'HEARTBEAT_URL is not set: nobody outside would miss me.',
        mend: 'Set HEARTBEAT_URL to a check of a service that alarms when I stay silent.',
      };
    case 'waiting':
      return { name, level: 'ok', found: 'It is sent after the first good poll.' };
    case 'well':
      return { name, level: 'ok', found: 'The last one arrived.' };
    case 'failing':
      return {
        name,
        level: 'warn',
        found: `${standing.failures} in a row did not arrive: ${standing.reason}.`,
        mend: 'Try HEARTBEAT_URL with `curl --head` from this machine, and look at the service behind it.',
      };
  }
}
