import { describe, expect, test } from 'vitest';
import { observeConnectivity } from '../../../../src/domain/circuit/observe-connectivity.ts';
import type { FailoverIntent } from '../../../../src/domain/operation/intent.ts';
import { planFailover } from '../../../../src/domain/operation/plans/failover.ts';
import { aCircuit, aPeering, t0 } from '../../../support/a-circuit.ts';
import { anEvidence, aSummary } from '../../../support/an-evidence.ts';
import { aTarget, somePlanInputs } from '../../../support/plan-inputs.ts';

/** The plan of a test while the secondary link is believed to be in this state. */
function planned(intent: Partial<FailoverIntent>, secondary?: number | string) {
  const { connectivity } = observeConnectivity(
    undefined,
    aCircuit({ peerings: [aPeering()] }),
    anEvidence({ summaries: secondary === undefined ? [] : [aSummary('secondary', secondary)] }),
    t0,
  );
  const test: FailoverIntent = {
    ...{ operation: 'failover', target: aTarget(), link: 'Primary', category: 'BgpDisconnect', minutes: 10 },
    ...intent,
  };
  return planFailover(test, somePlanInputs({ connectivity }));
}

describe('a test that disconnects a link', () => {
  test('is refused while the session of the other is down', () => {
    expect(planned({}, 'Idle')).toEqual({
      ok: false,
      refusal: {
        code: 'other-link-down',
        on: { id: aTarget().id, name: 'lon-01' },
        peering: 'AzurePrivatePeering',
        family: 'ipv4',
        down: 'secondary',
      },
    });
  });

  test('is planned when the other is up, or nobody knows', () => {
    expect(planned({}, 12).ok).toBe(true);
    expect(planned({}).ok).toBe(true);
  });

  test('may disconnect the very link that is down', () => {
    expect(planned({ link: 'Secondary' }, 'Idle').ok).toBe(true);
  });
});

test('a test that only prepends a link may run while the other is down: the traffic stays where it is', () => {
  expect(planned({ category: 'ASPathPrepend' }, 'Idle').ok).toBe(true);
});
