import type { Table } from '../../../domain/circuit/diagnosis.ts';
import { links } from '../../../domain/peering/link.ts';
import type { Traffic } from '../../../usecases/telemetry.ts';
import { lines, type Mrkdwn, md } from '../mrkdwn.ts';
import { capital } from './units.ts';

/** Bytes by link since Azure's counters began: which link carries anything at all. */
export function trafficLine(table: Table<Traffic>): Mrkdwn {
  if (table.kind === 'unreadable') return md`*Traffic*: the counters could not be read: ${table.reason}`;
  const [traffic] = table.lines;
  if (!traffic) return md`*Traffic*: Azure tells nothing.`;
  return lines(
    md`*Traffic since the counters began*`,
    ...links.map(
      (link) =>
        md`• ${capital(link)} link: ${bytes(traffic[link].bytesIn)} in, ${bytes(traffic[link].bytesOut)} out`,
    ),
  );
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `12.3 GB`; decimal, as bandwidths are. */
function bytes(count: number | undefined): string {
  if (count === undefined || !Number.isFinite(count)) return 'not told';
  const power = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
  const value = count / 1_000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}
