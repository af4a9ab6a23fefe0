import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { possibleOperations } from '../../../src/domain/operation/possible.ts';
import {
  aDirectService,
  aKnownCircuit,
  aMicrosoftPeering,
  aPeering,
  aService,
} from '../../support/a-circuit.ts';

const inState = (providerState: Parameters<typeof aService>[0]) => ({ service: aService(providerState) });

function offered(
  circuit: Partial<Circuit>,
  wasProvisioned = true,
  linkCount: number | undefined = 1,
): string {
  return possibleOperations(aKnownCircuit(circuit, { wasProvisioned }), linkCount).join(' ');
}

describe('what is offered for a circuit', () => {
  test.each<readonly [string, Partial<Circuit>, boolean, string]>([
    ['just created', inState({ providerState: 'NotProvisioned' }), false, 'key order resize delete'],
    [
      'that the provider works on',
      inState({ providerState: 'Provisioning' }),
      false,
      'order key resize deprovision',
    ],
    ['in use', {}, true, 'peering link unlink resize failover order key deprovision'],
    ['of one’s own port', { service: aDirectService() }, true, 'peering link unlink resize failover delete'],
    ['being deprovisioned', inState({ providerState: 'Deprovisioning' }), true, 'unlink order'],
    ['deprovisioned', inState({ providerState: 'NotProvisioned' }), true, 'delete order key unlink'],
    [
      'in a state that is not known',
      inState({ providerState: { unrecognised: 'OnHold' } }),
      true,
      'order key',
    ],
    ['that Azure is changing', { provisioningState: 'Updating' }, true, 'order'],
    [
      'of one’s own port that Azure is changing',
      { provisioningState: 'Updating', service: aDirectService() },
      true,
      '',
    ],
  ])('%s', (_what, circuit, wasProvisioned, operations) => {
    expect(offered(circuit, wasProvisioned)).toBe(operations);
  });

  test('has no unlinking where there is nothing to unlink', () => {
    expect(offered({}, true, 0)).not.toContain('unlink');
    expect(offered({ authorizations: [{ name: 'a', inUse: false }] }, true, 0)).toContain('unlink');
  });

  test('has the signing of prefixes where there is Microsoft peering', () => {
    expect(offered({ peerings: [aPeering(), aMicrosoftPeering()] })).toBe(
      'peering sign link unlink resize failover order key deprovision',
    );
    expect(offered({ peerings: [aPeering()] })).not.toContain('sign');
  });

  test('has unlinking where the links could not be read', () => {
    const known = aKnownCircuit();
    expect(possibleOperations(known, undefined)).toContain('unlink');
  });
});
