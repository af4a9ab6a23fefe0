import type { Change } from '../circuit/changes.ts';
import type { Subject } from './subject.ts';

/** The subject whose incident a change is a step of. Undefined: no incident is ever made of such a change. */
export function subjectOf({
  circuit,
  difference,
}: Pick<Change, 'circuit' | 'difference'>): Subject | undefined {
  const circuitId = circuit.id;
  switch (difference.kind) {
    case 'bgp-session':
    case 'arp':
      return { kind: 'connectivity', circuitId, peering: difference.peering };
    case 'prefix-count': {
      const { peering, family } = difference;
      return { kind: countSubject(difference), circuitId, peering, family };
    }
    case 'provisioning-failed':
    case 'provisioning-recovered':
      return { kind: 'provisioning', circuitId };
    case 'status':
      return { kind: 'status', circuitId };
    case 'prefixes-state':
    case 'prefix-state': {
      const { peering, family } = difference;
      return { kind: 'validation', circuitId, peering, family };
    }
    case 'vnet-link': {
      const { resourceGroup, connection } = difference;
      return { kind: 'vnet-link', circuitId, resourceGroup, connection };
    }
    default:
      return undefined;
  }
}

type PrefixCount = Extract<Change['difference'], { readonly kind: 'prefix-count' }>;

/** A count that is normal again came down from the limit, or back up from a fall. */
function countSubject({ turn, before, after }: PrefixCount): 'prefix-limit' | 'prefix-drop' {
  if (turn === 'normal') return after < before ? 'prefix-limit' : 'prefix-drop';
  return turn === 'near-limit' ? 'prefix-limit' : 'prefix-drop';
}
