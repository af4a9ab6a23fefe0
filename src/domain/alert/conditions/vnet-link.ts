import type { ConnectionStanding } from '../../circuit/connectivity.ts';
import { isConnected } from '../../circuit/vnet-connections.ts';
import type { Verdict } from '../condition.ts';

/** A gateway's connection: only NotConnected is known to be wrong. */
export function vnetLinkVerdict({ name: connection, gateway, status }: ConnectionStanding): Verdict {
  if (isConnected(status)) return { kind: 'good' };
  if (status.toLowerCase() !== 'notconnected') return { kind: 'unknown' };
  return {
    kind: 'bad',
    severity: 'warning',
    trouble: { kind: 'vnet-link', connection, gateway, status },
  };
}
