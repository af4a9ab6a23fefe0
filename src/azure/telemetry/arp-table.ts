import { z } from 'zod';
import type { ArpEntry } from '../../domain/peering/session-evidence.ts';
import type { EdgeAsk } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import { readEdgeTable } from './edge-table.ts';
import { count, shortText } from './wire.ts';

/** `age`: minutes. */
const RowWire = z.object({ age: count, interface: shortText, ipAddress: shortText, macAddress: shortText });

/** arpTables of one peering on one link. A row without an address is passed over. */
export async function readArpTable(arm: ArmClient, ask: EdgeAsk, wait: Wait): Promise<readonly ArpEntry[]> {
  const rows = await readEdgeTable(arm, 'arpTables', ask, wait);
  return rows.flatMap((row) => {
    const { data } = RowWire.safeParse(row);
    return data?.ipAddress ? [toEntry(data.ipAddress, data)] : [];
  });
}

function toEntry(
  address: string,
  { age, interface: side, macAddress: mac }: z.infer<typeof RowWire>,
): ArpEntry {
  return {
    ...(age === undefined ? {} : { ageMinutes: age }),
    side: sideOf(side ?? ''),
    address,
    ...(mac && !isNobodys(mac) ? { mac } : {}),
  };
}

function sideOf(name: string): ArpEntry['side'] {
  if (/^on-?prem/iu.test(name)) return 'yours';
  return /^microsoft/iu.test(name) ? 'microsoft' : 'unknown';
}

/** The edge asked, and nobody answered. */
function isNobodys(mac: string): boolean {
  return /^(?:incomplete|[0.:-]+)$/iu.test(mac);
}
