import { isIP } from 'node:net';
import { z } from 'zod';
import type { Neighbor } from '../../domain/peering/session-evidence.ts';
import type { EdgeAsk } from '../../usecases/telemetry.ts';
import type { ArmClient } from '../arm-client.ts';
import type { Wait } from '../patience.ts';
import { readEdgeTable } from './edge-table.ts';
import { count, shortText, wholeNumber } from './wire.ts';

/** `v` is not read: it is BGP's version, 4 in IPv6 sessions too. */
const RowWire = z.object({
  neighbor: shortText,
  as: count,
  upDown: shortText,
  statePfxRcd: z.union([wholeNumber, shortText]),
});

/** routeTablesSummary of one peering on one link. A row that names no neighbor is passed over. */
export async function readRouteSummary(
  arm: ArmClient,
  ask: EdgeAsk,
  wait: Wait,
): Promise<readonly Neighbor[]> {
  const rows = await readEdgeTable(arm, 'routeTablesSummary', ask, wait);
  return rows.flatMap((row) => {
    const { data } = RowWire.safeParse(row);
    return data?.neighbor ? [toNeighbor(data.neighbor, data)] : [];
  });
}

function toNeighbor(address: string, { as, upDown, statePfxRcd }: z.infer<typeof RowWire>): Neighbor {
  return {
    address,
    family: familyOf(address),
    ...(as === undefined ? {} : { asn: as }),
    session:
      typeof statePfxRcd === 'number'
        ? { kind: 'established', prefixes: statePfxRcd }
        : { kind: 'not-established', bgpState: statePfxRcd ?? 'Unknown' },
    ...(upDown === undefined ? {} : { upDown }),
  };
}

function familyOf(address: string): Neighbor['family'] {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
}
