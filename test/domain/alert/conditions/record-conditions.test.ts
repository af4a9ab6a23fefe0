import { describe, expect, test } from 'vitest';
import { conditionsOf, conditionsOfGone } from '../../../../src/domain/alert/conditions/conditions-of.ts';
import { recordConditions } from '../../../../src/domain/alert/conditions/record-conditions.ts';
import type { Subject } from '../../../../src/domain/alert/subject.ts';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../../../src/domain/circuit/known-circuit.ts';
import { parsePrefixesState, parsePrefixState } from '../../../../src/domain/peering/prefix-states.ts';
import { aCircuit, aKnownCircuit, aMicrosoftPeering, aPeering } from '../../../support/a-circuit.ts';

function verdictOf(
  kind: Subject['kind'],
  circuit: Partial<Circuit>,
  memory: Partial<Omit<KnownCircuit, 'circuit'>> = {},
  open: readonly Subject[] = [],
) {
  return recordConditions(aKnownCircuit(circuit, memory), open).find(({ subject }) => subject.kind === kind)
    ?.verdict;
}

const failed = aPeering({ provisioningState: 'Failed' });

describe('provisioning', () => {
  test('is good when every write succeeded', () => {
    expect(verdictOf('provisioning', { peerings: [aPeering()] })).toEqual({ kind: 'good' });
  });

  test('is bad when a write failed, and says of what', () => {
    expect(verdictOf('provisioning', { provisioningState: 'Failed', peerings: [failed] })).toEqual({
      kind: 'bad',
      severity: 'warning',
      trouble: { kind: 'provisioning', parts: ['circuit', 'AzurePrivatePeering'] },
    });
    expect(verdictOf('provisioning', { peerings: [failed] })).toMatchObject({
      trouble: { parts: ['AzurePrivatePeering'] },
    });
    const stuck = aMicrosoftPeering('Configured', { provisioningState: 'Deleting', state: 'Disabled' });
    expect(verdictOf('provisioning', { provisioningState: 'Failed', peerings: [stuck] })).toMatchObject({
      kind: 'bad',
    });
  });

  test('is unknown while Azure tries again, until it has succeeded', () => {
    for (const provisioningState of ['Updating', 'Canceled', { unrecognised: '' }] as const) {
      expect(verdictOf('provisioning', { provisioningState })).toEqual({ kind: 'unknown' });
      expect(verdictOf('provisioning', { peerings: [aPeering({ provisioningState })] })).toEqual({
        kind: 'unknown',
      });
    }
    expect(verdictOf('provisioning', { provisioningState: 'Updating', peerings: [failed] })).toEqual({
      kind: 'unknown',
    });
  });

  test('does not count a peering that Azure has retired', () => {
    const retired = aPeering({ type: 'AzurePublicPeering', provisioningState: 'Failed' });
    expect(verdictOf('provisioning', { peerings: [retired] })).toEqual({ kind: 'good' });
  });
});

describe('the status', () => {
  test('is critical when the circuit is disabled', () => {
    expect(verdictOf('status', { status: 'Disabled' })).toEqual({
      kind: 'bad',
      severity: 'critical',
      trouble: { kind: 'status', status: 'Disabled' },
    });
    expect(verdictOf('status', {})).toEqual({ kind: 'good' });
  });

  test('is unknown when nobody knows it, or it was never believable', () => {
    expect(verdictOf('status', { status: { unrecognised: 'Odd' } })).toEqual({ kind: 'unknown' });
    expect(verdictOf('status', { status: 'Disabled' }, { unsettled: true })).toEqual({ kind: 'unknown' });
  });
});

/** A Microsoft peering whose list is in one state and whose prefixes are in others; '': Azure has not looked at one yet. */
function listed(state: string, ...states: readonly string[]): Partial<Circuit> {
  const each = states.map((text, index) => ({
    prefix: `203.0.113.${index}/32`,
    ...(text === '' ? {} : { state: parsePrefixState(text) }),
  }));
  const publicPrefixes = {
    advertised: each.map(({ prefix }) => prefix),
    state: parsePrefixesState(state),
    each,
  };
  return {
    peerings: [
      aMicrosoftPeering('Configured', { ipv4: { primarySubnet: '198.51.100.0/30', publicPrefixes } }),
    ],
  };
}

describe('validation', () => {
  test('is good when every prefix is configured or was verified by hand', () => {
    expect(verdictOf('validation', listed('Configured', 'Configured', 'ManuallyVerified', ''))).toEqual({
      kind: 'good',
    });
  });

  test('is bad when Microsoft refuses a prefix, or wants something of the list', () => {
    expect(verdictOf('validation', listed('Configured', 'AsnValidationFailed', 'Configured'))).toEqual({
      kind: 'bad',
      severity: 'warning',
      trouble: {
        kind: 'validation',
        state: 'Configured',
        prefixes: [{ prefix: '203.0.113.0/32', state: 'AsnValidationFailed' }],
        omitted: 0,
      },
    });
    expect(verdictOf('validation', listed('ValidationNeeded', 'Configured'))).toMatchObject({
      kind: 'bad',
      trouble: { prefixes: [] },
    });
  });

  test('carries fifty prefixes and says how many more there are', () => {
    const many = listed('ValidationNeeded', ...Array.from({ length: 53 }, () => 'ValidationNeeded'));
    const verdict = verdictOf('validation', many);
    const trouble =
      verdict?.kind === 'bad' && verdict.trouble.kind === 'validation' ? verdict.trouble : undefined;
    expect([trouble?.prefixes.length, trouble?.omitted]).toEqual([50, 3]);
  });

  test('is unknown while Microsoft looks at it: what was refused is not well by that', () => {
    for (const [list, one] of [
      ['Configuring', 'Configuring'],
      ['NotConfigured', 'NotConfigured'],
      ['Configured', 'Configuring'],
      ['Odd', 'Configured'],
      ['Configured', 'Odd'],
    ] as const) {
      expect(verdictOf('validation', listed(list, one))).toEqual({ kind: 'unknown' });
    }
  });

  test('does not apply without prefixes, nor to private peering', () => {
    expect(verdictOf('validation', listed('NotConfigured'))).toBeUndefined();
    expect(verdictOf('validation', { peerings: [aPeering()] })).toBeUndefined();
  });
});

describe('what is open and no longer applies', () => {
  const { id: circuitId } = aCircuit();
  const validation: Subject = { kind: 'validation', circuitId, peering: 'MicrosoftPeering', family: 'ipv4' };

  test('is gone, with the reason', () => {
    const why = (circuit: Partial<Circuit>) => verdictOf('validation', circuit, {}, [validation]);
    expect(why({})).toEqual({ kind: 'gone', why: 'peering-removed' });
    expect(why(listed('NotConfigured'))).toEqual({ kind: 'gone', why: 'not-expected' });
  });

  test('is gone altogether with its circuit', () => {
    const elsewhere: Subject = { kind: 'status', circuitId: aCircuit({ name: 'ams-01' }).id };
    const blind: Subject = { kind: 'blind', spot: 'polls', scope: '' };
    expect(conditionsOfGone(circuitId, [validation, elsewhere, blind])).toEqual([
      { subject: validation, verdict: { kind: 'gone', why: 'circuit-gone' } },
    ]);
  });
});

test('all conditions of a circuit are those of its record and those of its sessions', () => {
  const known = aKnownCircuit({ peerings: [aPeering()] });
  expect(conditionsOf(known, undefined, []).map(({ subject }) => subject.kind)).toEqual([
    'provisioning',
    'status',
    'connectivity',
    'prefix-limit',
    'prefix-drop',
  ]);
});
