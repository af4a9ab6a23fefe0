import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { nameOf } from '../../open-enum.ts';
import type { Verdict } from '../condition.ts';

/** Disabled as it is believed: settled, and not in the middle of a write. */
export function statusVerdict({ circuit: { status }, unsettled }: KnownCircuit): Verdict {
  if (unsettled) return { kind: 'unknown' };
  switch (nameOf(status)) {
    case 'Disabled':
      return { kind: 'bad', severity: 'critical', trouble: { kind: 'status', status } };
    case 'Enabled':
      return { kind: 'good' };
    default:
      return { kind: 'unknown' };
  }
}
