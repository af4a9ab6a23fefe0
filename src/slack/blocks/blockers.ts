import type { Blocker } from '../../domain/circuit/deletion.ts';
import { lines, type Mrkdwn, md, nothing } from './mrkdwn.ts';
import { peeringName } from './words/peering.ts';

const shownLimit = 15;

/** Everything that is in the way of a deletion, a line each with what to do about it. */
export function blockerLines(circuit: string, blockers: readonly Blocker[]): Mrkdwn {
  const more = blockers.length - shownLimit;
  return lines(
    ...blockers.slice(0, shownLimit).map((blocker) => blockerLine(circuit, blocker)),
    more > 0 ? md`• and ${more} more` : nothing,
  );
}

function blockerLine(circuit: string, blocker: Blocker): Mrkdwn {
  switch (blocker.kind) {
    case 'link':
      return blocker.isSeen
        ? md`• link ${blocker.name}: \`/circuit unlink ${circuit} ${blocker.name}\``
        : md`• link ${blocker.name}, in a subscription that I do not watch: its owner deletes the connection`;
    case 'authorization':
      return md`• authorization ${blocker.name}: \`/circuit unlink ${circuit} ${blocker.name}\``;
    case 'global-reach':
      return md`• Global Reach ${blocker.name} (${peeringName(blocker.peering)}): remove it in the Azure portal`;
    case 'route-filter':
      return md`• route filter ${blocker.name}: detach it from ${peeringName(blocker.peering)} in the Azure portal`;
  }
}
