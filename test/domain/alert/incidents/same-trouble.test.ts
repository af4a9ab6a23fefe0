import { describe, expect, test } from 'vitest';
import type { Trouble } from '../../../../src/domain/alert/condition.ts';
import { isAsTold, isSameTrouble } from '../../../../src/domain/alert/incidents/same-trouble.ts';
import type { RegistryLoss } from '../../../../src/domain/validation/registration/registry-loss.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { aConnectivityTrouble, aSessionSight } from '../../../support/an-incident.ts';

const both = [aSessionSight({ link: 'primary', state: 'up' }), aSessionSight()];
const sessions = (...all: (typeof both)[number][]) => aConnectivityTrouble({ sessions: all });
const told = sessions(...both);
const silent = (...all: (typeof both)[number][]) =>
  aConnectivityTrouble({ extent: 'layer-2', sessions: all });
const [up = aSessionSight(), lost = aSessionSight()] = both;

const limit: Trouble = { kind: 'prefix-limit', link: 'primary', prefixes: 3_900, limit: 4_000 };
const drop: Trouble = { kind: 'prefix-drop', link: 'primary', prefixes: 3, usualPrefixes: 40, since: t0 };
const validation: Trouble = {
  kind: 'validation',
  state: 'ValidationNeeded',
  prefixes: [
    { prefix: '203.0.113.0/24', state: 'ValidationNeeded' },
    { prefix: '198.51.100.0/24', state: 'ValidationNeeded' },
  ],
  omitted: 0,
};
const gone = { kind: 'route-gone', sources: ['RIPE'], isCovered: false } as const;
const invalid = (asn: number) =>
  ({ kind: 'rpki-invalid', vrps: [{ prefix: '203.0.113.0/24', maxLength: 24, asn }] }) as const;
const registry = (...losses: readonly RegistryLoss[]): Trouble => ({
  kind: 'registry',
  prefixes: [{ prefix: '203.0.113.0/24', asn: 64_510, losses }],
  omitted: 0,
});
const ending: Trouble = {
  kind: 'certificate',
  stage: 'month',
  prefixes: [{ prefix: '203.0.113.0/24', endsAt: t0 }],
  omitted: 0,
};
const vnet: Trouble = { kind: 'vnet-link', connection: 'cn-1', gateway: 'gw-1', status: 'NotConnected' };
const unreachable: Trouble = { kind: 'blind', reason: 'unreachable', detail: 'ETIMEDOUT' };
const expiring = (amount: number): Trouble => ({ kind: 'blind', reason: 'credentials-expiring', amount });
const parked = (amount: number): Trouble => ({ kind: 'blind', reason: 'refused-message', amount });

describe('is the same trouble', () => {
  test.each<[string, Trouble, Trouble]>([
    ['sessions in another order', told, sessions(lost, up)],
    [
      'other counts, times and words of a session',
      told,
      sessions({ ...up, prefixes: 3, since: t0 + 1 }, { ...lost, bgpState: 'Idle', basis: 'metric' }),
    ],
    ['a session of which nobody can tell any more', told, sessions({ ...up, state: 'unknown' }, lost)],
    ['a link whose ARP nobody can tell any more', told, sessions(up, { ...lost, arp: 'unknown' })],
    ['more prefixes below the limit', limit, { ...limit, prefixes: 3_950 }],
    ['fewer prefixes of a fall', drop, { ...drop, prefixes: 2, usualPrefixes: 39, since: t0 + 1 }],
    [
      'parts in another order',
      { kind: 'provisioning', parts: ['circuit', 'MicrosoftPeering'] },
      { kind: 'provisioning', parts: ['MicrosoftPeering', 'circuit'] },
    ],
    ['prefixes in another order', validation, { ...validation, prefixes: validation.prefixes.toReversed() }],
    ['another ROA that contradicts', registry(invalid(1)), registry(invalid(2))],
    ['losses in another order', registry(gone, invalid(1)), registry(invalid(1), gone)],
    [
      'a certificate in place of another',
      ending,
      { ...ending, prefixes: [{ prefix: '203.0.113.0/24', endsAt: t0 + 1 }] },
    ],
    ['a gateway by another name', vnet, { ...vnet, gateway: 'gw-2' }],
    ['no answer, in other words', unreachable, { kind: 'blind', reason: 'unavailable', detail: '503' }],
    ['a day less of credentials', expiring(13), expiring(12)],
    ['one more message put aside', parked(1), parked(2)],
    [
      'a status as it came',
      { kind: 'status', status: { unrecognised: 'Odd' } },
      { kind: 'status', status: { unrecognised: 'Odd' } },
    ],
  ])('%s', (_what, before, after) => {
    expect(isSameTrouble(before, after)).toBe(true);
  });
});

describe('is another trouble', () => {
  test.each<[string, Trouble, Trouble]>([
    ['half as many prefixes as were told', drop, { ...drop, prefixes: 1 }],
    ['another extent', told, { ...told, extent: 'down' }],
    ['the other link', told, sessions({ ...up, state: 'down' }, { ...lost, state: 'up' })],
    ['a session that was not there', told, sessions(up, lost, { ...lost, family: 'ipv6' })],
    ['a session that is not there any more', told, sessions(lost)],
    ['a family in place of another', told, sessions(up, { ...lost, family: 'ipv6' })],
    ['a session of which one can tell again', sessions({ ...up, state: 'unknown' }, lost), told],
    ['another link that no longer answers ARP', silent(up, lost), silent({ ...up, arp: 'down' }, lost)],
    ['the other link near its limit', limit, { ...limit, link: 'secondary' }],
    ['another limit', limit, { ...limit, limit: 10_000 }],
    ['prefixes of the other link', drop, { ...drop, link: 'secondary' }],
    [
      'one part more',
      { kind: 'provisioning', parts: ['circuit'] },
      { kind: 'provisioning', parts: ['circuit', 'MicrosoftPeering'] },
    ],
    [
      'another status',
      { kind: 'status', status: 'Disabled' },
      { kind: 'status', status: { unrecognised: 'Paused' } },
    ],
    ['another loss', registry(gone), registry(invalid(1))],
    ['one loss more', registry(gone), registry(gone, invalid(1))],
    ['a certificate that ends sooner', ending, { ...ending, stage: 'week' }],
    ['one certificate fewer', ending, { ...ending, prefixes: [] }],
    ['another state of the list', validation, { ...validation, state: 'Configuring' }],
    ['one prefix fewer', validation, { ...validation, prefixes: validation.prefixes.slice(1) }],
    ['more that are not listed', validation, { ...validation, omitted: 2 }],
    [
      'another state of a prefix',
      validation,
      {
        ...validation,
        prefixes: validation.prefixes.map((each) => ({ ...each, state: { unrecognised: 'Odd' } })),
      },
    ],
    ['another status of a connection', vnet, { ...vnet, status: 'Connecting' }],
    ['another reason', unreachable, { kind: 'blind', reason: 'forbidden' }],
    ['a week of credentials', expiring(7), expiring(6)],
    ['the last day of credentials', expiring(1), expiring(0)],
    ['ten messages put aside', parked(9), parked(10)],
    ['another kind', limit, drop],
  ])('%s', (_what, before, after) => {
    expect(isSameTrouble(before, after)).toBe(false);
  });
});

test('is the same and told anew where ARP or the edge says where to look', () => {
  for (const now of [sessions(up, { ...lost, arp: 'down' }), sessions(up, { ...lost, arp: 'up' })]) {
    const before = sessions(up, { ...lost, arp: 'unknown' });
    expect([isSameTrouble(before, now), isAsTold(before, now)]).toEqual([true, false]);
  }
  const byMetric = sessions(up, { ...lost, basis: 'metric' });
  const byRoutes = sessions(up, { ...lost, basis: 'routes' });
  expect([isAsTold(byMetric, byRoutes), isAsTold(byRoutes, byMetric)]).toEqual([false, true]);
});
