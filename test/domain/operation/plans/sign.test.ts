import { describe, expect, test } from 'vitest';
import { isSameAsk } from '../../../../src/domain/approval/same-ask.ts';
import { whatChanged } from '../../../../src/domain/approval/what-changed.ts';
import type { Circuit } from '../../../../src/domain/circuit/circuit.ts';
import type { CircuitSight } from '../../../../src/domain/operation/circuit-sight.ts';
import type { SignIntent } from '../../../../src/domain/operation/intent.ts';
import { planIntent } from '../../../../src/domain/operation/plan-intent.ts';
import { aMicrosoftPeering, aPeering } from '../../../support/a-circuit.ts';
import { aSignIntent } from '../../../support/a-sign-intent.ts';
import { aCircuitSight, somePlanInputs } from '../../../support/plan-inputs.ts';

const prefix = '203.0.113.0/24';

function planned(
  state: string,
  { intent = aSignIntent(), sight = {}, circuit = {} }: Seen = {},
): ReturnType<typeof planIntent> {
  const peerings = [aPeering(), aMicrosoftPeering(state)];
  return planIntent(intent, somePlanInputs({ sight: aCircuitSight({ peerings, ...circuit }, sight) }));
}
type Seen = {
  readonly intent?: SignIntent;
  readonly sight?: Partial<CircuitSight>;
  readonly circuit?: Partial<Circuit>;
};

function planOf(state: string, seen?: Seen) {
  const plan = planned(state, seen);
  if (!plan.ok) throw new Error(plan.refusal.code);
  return plan.value;
}

describe('the plan of a signature', () => {
  test('is one step that names the prefix and the signature, and nothing else', () => {
    const { signature } = aSignIntent();
    const plan = planOf('ValidationNeeded');
    expect(plan.steps).toEqual([{ kind: 'put-signature', family: 'ipv4', prefix, signature }]);
    expect(plan.changes).toEqual([
      { field: `Signature of ${prefix}`, before: '', after: 'Ab3+Ab3+Ab…3+Ab3+Zz==' },
    ]);
    expect(plan.policy).toBe('sign');
    expect(plan.cautions).toEqual([]);
  });

  test('rests on the state of the prefix, the AS numbers, the certificate and the record', () => {
    expect(
      Object.fromEntries(planOf('ValidationNeeded').seen.map(({ name, value }) => [name, value])),
    ).toEqual({
      'Provider state': 'Provisioned',
      Status: 'Enabled',
      'Prefix state': 'ValidationNeeded',
      'Peer ASN': '64510',
      'Customer ASN': '64510',
      Certificate: 'RSA 4096, until 2027-03-02 03:12 UTC',
      'SHA-256': 'AB:CD',
      'Registry record': 'holds the certificate',
    });
  });

  test('says what it replaces', () => {
    const sight = { signatures: { [prefix]: 'c2hvcnQ=' } };
    expect(planOf('SignatureVerificationFailed', { sight }).changes[0]).toMatchObject({ before: 'c2hvcnQ=' });
  });

  test('tells what was said of the certificate, and that a peering in use is written', () => {
    const intent = aSignIntent({ cautions: ['certificate-ends-soon'] });
    expect(planOf('ValidationNeeded', { intent }).cautions).toEqual(['certificate-ends-soon']);
    expect(planOf('Configured', { intent }).cautions).toEqual([
      'certificate-ends-soon',
      'signature-updates-peering',
    ]);
  });

  test('has the same signature checked again, but not one that was taken', () => {
    const intent = aSignIntent();
    const sight = { signatures: { [prefix]: intent.signature } };
    const again = planOf('CertificateMissingInRoutingRegistry', { intent, sight });
    expect(again.steps).toEqual([expect.objectContaining({ kind: 'put-signature', again: true })]);
    expect(again.changes).toEqual([
      {
        field: `Validation of ${prefix}`,
        before: 'CertificateMissingInRoutingRegistry',
        after: 'checked again',
      },
    ]);
    expect(planned('Configured', { intent, sight })).toMatchObject({
      refusal: { code: 'nothing-to-change' },
    });
  });
});

describe('a signature is refused', () => {
  test.each<readonly [string, Seen]>([
    ['no-microsoft-peering', { circuit: { peerings: [aPeering()] } }],
    ['prefix-not-advertised', { intent: aSignIntent({ prefix: '198.51.100.0/24' }) }],
    ['prefix-not-advertised', { intent: aSignIntent({ family: 'ipv6' }) }],
    ['target-unsettled', { circuit: { provisioningState: 'Updating' } }],
    [
      'target-unsettled',
      { circuit: { peerings: [{ ...aMicrosoftPeering(), provisioningState: 'Updating' }] } },
    ],
  ])('as %s', (code, seen) => {
    expect(planned('ValidationNeeded', seen)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('when the circuit is gone', () => {
    expect(planIntent(aSignIntent(), somePlanInputs({ sight: undefined }))).toMatchObject({
      refusal: { code: 'target-gone' },
    });
  });
});

describe('what was agreed to is stale', () => {
  test.each<readonly [string, string, Seen]>([
    ['when Azure has validated the prefix meanwhile', 'Configured', {}],
    [
      'when an AS number is another, and with it the validation ID',
      'ValidationNeeded',
      { circuit: { peerings: [{ ...aMicrosoftPeering('ValidationNeeded'), peerAsn: 64_999 }] } },
    ],
    [
      'when somebody else has saved a signature',
      'ValidationNeeded',
      { sight: { signatures: { [prefix]: 'b3RoZXI=' } } },
    ],
    ['when the circuit was made anew', 'ValidationNeeded', { sight: { resourceGuid: 'guid-2' } }],
  ])('%s', (_when, state, seen) => {
    const approved = planOf('ValidationNeeded', { sight: { resourceGuid: 'guid-1' } });
    const same = planOf('ValidationNeeded', { sight: { resourceGuid: 'guid-1' } });
    expect(whatChanged(approved, same)).toEqual([]);
    const sight = { resourceGuid: 'guid-1', ...seen.sight };
    expect(whatChanged(approved, planOf(state, { ...seen, sight }))).not.toEqual([]);
  });
});

test('two prefixes of a circuit can be signed at a time, and one of them once', () => {
  const other = aSignIntent({ prefix: '2001:db8::/32', family: 'ipv6' });
  expect(isSameAsk(aSignIntent(), other)).toBe(false);
  expect(isSameAsk(other, aSignIntent({ prefix: '2001:DB8::/32', family: 'ipv6' }))).toBe(true);
});
