import { describe, expect, test } from 'vitest';
import { causeOf, causeOfTrouble } from '../../../src/domain/alert/cause.ts';
import type { Subject } from '../../../src/domain/alert/subject.ts';
import type { Request } from '../../../src/domain/approval/request.ts';
import type { Difference } from '../../../src/domain/circuit/changes.ts';
import type { Intent } from '../../../src/domain/operation/intent.ts';
import type { Link } from '../../../src/domain/peering/link.ts';
import { aChange, aCircuitRef, t0 } from '../../support/a-circuit.ts';
import { aPlan, aRequest, omar } from '../../support/a-request.ts';
import {
  aDeleteIntent,
  aDeprovisionIntent,
  aFailoverIntent,
  aPeeringIntent,
  aResizeIntent,
} from '../../support/an-intent.ts';
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

describe('a failover test', () => {
  const test1 = aFailoverIntent({ link: 'Secondary', category: 'BgpDisconnect' });
  const lost = (link: Link, after: 'up' | 'down' = 'down'): Difference => {
    const before = after === 'up' ? 'down' : 'up';
    return { kind: 'bgp-session', ...peering, link, family: 'ipv4', before, after };
  };
  const subject: Subject = { kind: 'connectivity', circuitId: id, ...peering };

  test('is why the sessions of its link go down and come back', () => {
    expect(causeOf(changed(lost('secondary')), [succeeded(test1)])).toEqual(made);
    expect(causeOf(changed(lost('secondary', 'up')), [succeeded(test1)])).toEqual(made);
  });

  test('is not why the other link goes down', () => {
    expect(causeOf(changed(lost('primary')), [succeeded(test1)])).toBeUndefined();
  });

  test('that only prepends is not why a session goes down', () => {
    const prepending = { ...test1, category: 'ASPathPrepend' } as const;
    expect(causeOf(changed(lost('secondary')), [succeeded(prepending)])).toBeUndefined();
    expect(causeOfTrouble(subject, [succeeded(prepending)], t0)).toBeUndefined();
  });

  test('that ended minutes ago is not why a session goes down, and may be why it is back', () => {
    const ended = [succeeded(test1, { at: t0 - 5 * 60_000 - 1 })];
    expect(causeOf(changed(lost('secondary')), ended)).toBeUndefined();
    expect(causeOf(changed(lost('secondary', 'up')), ended)).toEqual(made);
  });

  test('is why the connectivity of its circuit is in trouble, and nothing else', () => {
    expect(causeOfTrouble(subject, [succeeded(test1)], t0)).toEqual(made);
    expect(causeOfTrouble({ kind: 'provisioning', circuitId: id }, [succeeded(test1)], t0)).toBeUndefined();
    const other = { ...subject, circuitId: aCircuitRef({ name: 'par-02' }).id };
    expect(causeOfTrouble(other, [succeeded(test1)], t0)).toBeUndefined();
  });
});
