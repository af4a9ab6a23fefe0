import { describe, expect, it } from 'vitest';
import { isSameAsk } from '../../../src/domain/approval/same-ask.ts';
import {
  aDeleteIntent,
  aLinkIntent,
  anAuthorizeIntent,
  aPeeringIntent,
  aResizeIntent,
} from '../../support/an-intent.ts';
import { aTarget } from '../../support/plan-inputs.ts';

describe('two requests are for the same', () => {
  it('when they are the same operation on the same circuit, whatever is wanted', () => {
    expect(isSameAsk(aResizeIntent(), aResizeIntent({ bandwidthMbps: 500 }))).toBe(true);
    expect(isSameAsk(aPeeringIntent(), aPeeringIntent({ peering: 'MicrosoftPeering' }))).toBe(true);
  });

  it('not when the circuit or the operation is another', () => {
    expect(isSameAsk(aDeleteIntent(), aDeleteIntent({ target: aTarget('fra-02') }))).toBe(false);
    expect(isSameAsk(aDeleteIntent(), aResizeIntent())).toBe(false);
  });

  it('not when they make or remove connections or authorizations of different names', () => {
    expect(isSameAsk(aLinkIntent(), aLinkIntent({ connectionName: 'conn-other' }))).toBe(false);
    expect(isSameAsk(aLinkIntent(), aLinkIntent({ connectionName: 'CONN-HUB' }))).toBe(true);
    expect(
      isSameAsk(aLinkIntent({ connectionName: 'x' }), anAuthorizeIntent({ authorizationName: 'x' })),
    ).toBe(false);
    const unlink = (kind: 'connection' | 'authorization', name: string) =>
      ({ operation: 'unlink', target: aTarget(), what: { kind, name, id: '/x' } }) as const;
    expect(isSameAsk(unlink('connection', 'a'), unlink('connection', 'b'))).toBe(false);
    expect(isSameAsk(unlink('connection', 'a'), unlink('authorization', 'a'))).toBe(false);
    expect(isSameAsk(unlink('connection', 'a'), unlink('connection', 'a'))).toBe(true);
  });
});
