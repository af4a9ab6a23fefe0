import { describe, expect, test } from 'vitest';
import { causeOf } from '../../../src/domain/alert/cause.ts';
import type { Request } from '../../../src/domain/approval/request.ts';
import type { Difference } from '../../../src/domain/circuit/changes.ts';
import type { Intent } from '../../../src/domain/operation/intent.ts';
import { aChange, aCircuitRef, t0 } from '../../support/a-circuit.ts';
import { aPlan, aRequest, omar } from '../../support/a-request.ts';
import { aDeleteIntent, aDeprovisionIntent, aPeeringIntent, aResizeIntent } from '../../support/an-intent.ts';
import { everyDifference } from '../../support/every-difference.ts';
import { aTarget } from '../../support/plan-inputs.ts';

const { id, name } = aTarget();
const made = { requestId: 'R-7K2Q9M', by: omar };
const vlan = { field: 'VLAN ID', before: '100', after: '200' };
const plan = aPlan({ changes: [{ ...vlan, field: `Azure private peering ${vlan.field}` }] });
const bandwidth = { kind: 'bandwidth', beforeMbps: 200, afterMbps: 1_000 } as const;
const peering = { peering: 'AzurePrivatePeering' } as const;

const succeeded = (intent: Intent, times: { at?: number; startedAt?: number } = {}): Request => ({
  ...aRequest({ id: made.requestId, intent, plan }),
  ...{ state: 'succeeded', at: t0, startedAt: t0 - 60_000, ...times },
});

const changed = (difference: Difference, circuit = { id, name }) =>
  aChange({ at: t0, difference, circuit: aCircuitRef(circuit) });

describe('a change that was asked for', () => {
  test.each<[string, Intent, Difference]>([
    ['a deletion', aDeleteIntent(), { kind: 'circuit-gone' }],
    ['a deprovisioning that ends with one', aDeprovisionIntent(), { kind: 'circuit-gone' }],
    ['a resize', aResizeIntent(), bandwidth],
    ['a new peering', aPeeringIntent(), { kind: 'peering-added', state: 'Enabled', ...peering }],
    ['a change of one', aPeeringIntent(), { kind: 'peering-changed', fields: [vlan], ...peering }],
  ])('names the request: %s', (_what, intent, difference) => {
    expect(causeOf(changed(difference), [succeeded(intent)])).toEqual(made);
  });

  test('names it while it is being carried out', () => {
    const phase = { kind: 'ready', notBefore: t0 } as const;
    const request = aRequest({ id: made.requestId });
    const executing: Request = { ...request, state: 'executing', startedAt: t0, step: 0, phase };
    expect(causeOf(changed(bandwidth), [executing])).toEqual(made);
  });
});

describe('a change names no request', () => {
  test.each<[string, Request, Difference]>([
    ['that made something else of it', succeeded(aResizeIntent()), { ...bandwidth, afterMbps: 2_000 }],
    [
      'that changed other fields too',
      succeeded(aPeeringIntent()),
      { kind: 'peering-changed', fields: [vlan, { ...vlan, field: 'Peer ASN' }], ...peering },
    ],
    [
      'of another peering',
      succeeded(aPeeringIntent()),
      { kind: 'peering-added', state: 'Enabled', peering: 'MicrosoftPeering' },
    ],
    ['that deletes nothing', succeeded(aDeprovisionIntent({ thenDelete: false })), { kind: 'circuit-gone' }],
    ['that had not begun', succeeded(aResizeIntent(), { startedAt: t0 + 1, at: t0 + 2 }), bandwidth],
    ['that was over long before', succeeded(aResizeIntent(), { at: t0 - 3_600_001 }), bandwidth],
    ['that was never carried out', aRequest(), bandwidth],
  ])('%s', (_why, request, difference) => {
    expect(causeOf(changed(difference), [request])).toBeUndefined();
  });

  test('on another circuit', () => {
    const other = changed(bandwidth, { id: aCircuitRef({ name: 'par-02' }).id, name: 'par-02' });
    expect(causeOf(other, [succeeded(aResizeIntent())])).toBeUndefined();
  });

  test('when there is none, whatever changed', () => {
    for (const difference of everyDifference()) expect(causeOf(changed(difference), [])).toBeUndefined();
  });
});
