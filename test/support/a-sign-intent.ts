import type { SignIntent } from '../../src/domain/operation/intent.ts';
import { t0 } from './a-circuit.ts';
import { aTarget } from './plan-inputs.ts';

/** For the prefix that `aMicrosoftPeering()` advertises; the registry record holds the certificate. */
export function aSignIntent(overrides: Partial<SignIntent> = {}): SignIntent {
  return {
    operation: 'sign',
    target: aTarget(),
    family: 'ipv4',
    prefix: '203.0.113.0/24',
    signature: `${'Ab3+'.repeat(170)}Zz==`,
    certificate: { fingerprint: 'AB:CD', keyBits: 4_096, validTo: t0 + 31_536_000_000 },
    record: 'holds-it',
    cautions: [],
    ...overrides,
  };
}
