import { describe, expect, test } from 'vitest';
import type { RequestView } from '../../../src/domain/approval/view.ts';
import { viewOf } from '../../../src/domain/approval/view.ts';
import { auditReply } from '../../../src/slack/blocks/audit.ts';
import { requestReply } from '../../../src/slack/blocks/notice/request.ts';
import { t0 } from '../../support/a-circuit.ts';
import { aRequest, omar } from '../../support/a-request.ts';

const done = { state: 'succeeded', at: t0 + 60_000, startedAt: t0 } as const;
const routers = {
  name: 'IPv4 primary link',
  value: 'your router 192.168.16.1, Microsoft 192.168.16.2',
} as const;
const subnet = {
  field: 'Azure private peering IPv4 primary subnet',
  before: '',
  after: '192.168.16.0/30',
} as const;

const told = (overrides: Partial<RequestView>) =>
  JSON.stringify(requestReply({ ...viewOf(aRequest()), ...overrides }).blocks);

describe('the message of a request', () => {
  test('says by name who may not be the one to approve', () => {
    expect(told({})).toContain(`Needs the approval of an approver other than <@${omar}>.`);
  });

  test('shows what it rests on while it is to be agreed to, and not afterwards', () => {
    expect(told({})).toContain('Provider state: Provisioned');
    expect(told({ state: done })).not.toContain('Provider state: Provisioned');
  });

  test('for an authorization says that nothing is linked yet', () => {
    expect(told({ operation: 'link', authorization: 'auth-1' })).toContain('*Authorize a link to lon-01*');
    expect(told({ operation: 'link' })).toContain('*Link a network to lon-01*');
  });

  test('tells what was asked for from what is', () => {
    const why = { kind: 'changed', changes: [{ field: 'VLAN ID', before: '110', after: '333' }] } as const;
    expect(told({ state: { state: 'stale', at: t0, why } })).toMatch(/110 → \*333\*.*Asked for was:/u);
    expect(told({ state: done })).not.toContain('Asked for was:');
  });

  test('names who has to set the provider going', () => {
    const state = { state: 'executing', startedAt: t0, step: 0, steps: 1 } as const;
    expect(told({ state: { ...state, doing: 'await-deprovisioned', waitsFor: 'provider' } })).toContain(
      `<@${omar}>: send the provider the *Hand-over text*`,
    );
  });

  test('shows the addresses of the links when they are set, and only where they are new', () => {
    const peering = { operation: 'peering', seen: [routers] } as const;
    expect(told({ ...peering, changes: [subnet] })).not.toContain(routers.value);
    expect(told({ ...peering, changes: [subnet], state: done })).toContain(routers.value);
    expect(told({ ...peering, state: done })).not.toContain(routers.value);
  });

  test.each<[string, Partial<RequestView>]>([
    ['Microsoft bills it from now on', { operation: 'create' }],
    ['have the provider raise its side', { cautions: ['provider-must-follow'] }],
    ['BGP comes up when your routers are set to match', { operation: 'peering' }],
    [
      'attach a route filter',
      { operation: 'peering', cautions: ['nothing-advertised-without-route-filter'] },
    ],
    ['Azure checks it now, against the certificate in the registry record', { operation: 'sign' }],
    ['give its key to whoever redeems it', { operation: 'link', authorization: 'auth-1' }],
    ['no longer uses the circuit', { operation: 'unlink', cautions: ['unlink-cuts-network'] }],
    ['Its key opens nothing any more', { operation: 'unlink', cautions: ['revoking-cuts-connections'] }],
    ['delete it, or have it re-enabled', { operation: 'deprovision' }],
    ['the circuit is deleted', { operation: 'deprovision', cautions: ['deleted-when-deprovisioned'] }],
    ['Billing ends with it', { operation: 'delete' }],
    ['Azure uses both links again', { operation: 'failover' }],
  ])('that is done says what it means: %s', (words, overrides) => {
    expect(told({ cautions: [], ...overrides, state: done })).toContain(words);
    expect(told({ cautions: [], ...overrides })).not.toContain(words);
  });
});

test('who saw a validation ID is told from who saw a key', () => {
  const saw = (operation: 'sign' | 'key') => {
    const entry = { id: 'e-1', at: t0, by: omar, act: 'view-key', operation } as const;
    return JSON.stringify(
      auditReply({ query: {}, circuits: undefined, entries: [entry], total: 1, unreadable: 0 }).blocks,
    );
  };
  expect(saw('sign')).toContain('saw a validation ID');
  expect(saw('key')).toContain('saw a key');
});

test.each([
  ['approve: own-request', 'was refused the approval of the deletion', 'it is their own request'],
  ['delete: role-needed', 'was refused the deletion', 'lacks the role for it'],
  ['sign: private-key-pasted', 'was refused the deletion', 'a private key was pasted; it was not kept'],
  ['delete: something-new', 'was refused the deletion', 'delete: something-new'],
])('a refusal is told from the trail in words: %s', (note, what, why) => {
  const entry = { id: 'e-1', at: t0, by: omar, act: 'refuse', operation: 'delete', note } as const;
  const text = JSON.stringify(
    auditReply({ query: {}, circuits: undefined, entries: [entry], total: 1, unreadable: 0 }).blocks,
  );
  expect(text).toContain(`<@${omar}> ${what}`);
  expect(text).toContain(`↳ ${why}`);
});
