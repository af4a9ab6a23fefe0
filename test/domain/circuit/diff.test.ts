import { describe, expect, test } from 'vitest';
import { changeKinds } from '../../../src/domain/circuit/changes.ts';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { diffCircuit } from '../../../src/domain/circuit/diff.ts';
import type { ProvisioningState } from '../../../src/domain/circuit/states.ts';
import { aCircuit, aDirectService, aMicrosoftPeering, aPeering, aService } from '../../support/a-circuit.ts';
import { everyDifference } from '../../support/every-difference.ts';

function diff(before: Partial<Circuit>, after: Partial<Circuit>) {
  return diffCircuit(aCircuit(before), aCircuit(after));
}

test('every kind of change has a difference in the tests', () => {
  expect(everyDifference().map(({ kind }) => kind)).toEqual(changeKinds);
});

describe('the kinds of change of a circuit', () => {
  test('provider state', () => {
    const before = { service: aService({ providerState: 'NotProvisioned' }) };
    const after = { service: aService({ providerState: 'Provisioning' }) };
    expect(diff(before, after)).toEqual([
      { kind: 'provider-state', before: 'NotProvisioned', after: 'Provisioning' },
    ]);
  });

  test('a provider state that is not known is told as it came', () => {
    const after = { service: aService({ providerState: { unrecognised: 'OnHold' } }) };
    expect(diff({}, after)).toEqual([
      { kind: 'provider-state', before: 'Provisioned', after: { unrecognised: 'OnHold' } },
    ]);
  });

  test('status', () => {
    expect(diff({}, { status: 'Disabled' })).toEqual([
      { kind: 'status', before: 'Enabled', after: 'Disabled' },
    ]);
  });

  test('bandwidth, with a provider and on a port of one’s own', () => {
    const bandwidth = { kind: 'bandwidth', beforeMbps: 200, afterMbps: 500 };
    expect(diff({}, { service: aService({ bandwidthMbps: 500 }) })).toEqual([bandwidth]);
    const direct = (bandwidthMbps: number) => ({ service: aDirectService({ bandwidthMbps }) });
    expect(diff(direct(200), direct(500))).toEqual([bandwidth]);
  });

  test.each([
    { tier: 'Premium', family: 'MeteredData' },
    { tier: 'Standard', family: 'UnlimitedData' },
  ])('SKU to %o', (after) => {
    const before = { tier: 'Standard', family: 'MeteredData' };
    expect(diff({}, { sku: after })).toEqual([{ kind: 'sku', before, after }]);
  });

  test('the most important is told first', () => {
    const before = { service: aService({ providerState: 'Provisioning' }), peerings: [aPeering()] };
    const after = {
      service: aService({ bandwidthMbps: 500 }),
      status: 'Disabled',
      provisioningState: 'Failed',
      peerings: [aMicrosoftPeering()],
      sku: { tier: 'Premium', family: 'MeteredData' },
    } as const;
    expect(diff(before, after).map(({ kind }) => kind)).toEqual([
      'provider-state',
      'status',
      'provisioning-failed',
      'peering-added',
      'peering-removed',
      'bandwidth',
      'sku',
    ]);
  });
});

describe('a failed write', () => {
  const failed = [{ kind: 'provisioning-failed' }];
  const recovered = [{ kind: 'provisioning-recovered' }];
  test.each<[ProvisioningState, ProvisioningState, unknown]>([
    ['Succeeded', 'Failed', failed],
    ['Updating', 'Failed', failed],
    ['Failed', 'Failed', []],
    ['Failed', 'Updating', []],
    ['Failed', 'Succeeded', recovered],
    ['Updating', 'Succeeded', []],
    ['Succeeded', 'Updating', []],
    ['Succeeded', { unrecognised: 'Migrating' }, []],
  ])('%o → %o', (before, after, differences) => {
    expect(diff({ provisioningState: before }, { provisioningState: after })).toEqual(differences);
  });
});

describe('what nobody asked to be told', () => {
  test.each<[string, Partial<Circuit>]>([
    ['tags', { tags: { env: 'prod' } }],
    ['authorizations', { authorizations: [{ name: 'auth1', inUse: false }] }],
    ['region', { region: 'ukwest' }],
  ])('%s', (_, after) => {
    expect(diff({}, after)).toEqual([]);
  });
});
