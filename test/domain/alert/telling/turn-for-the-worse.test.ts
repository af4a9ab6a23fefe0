import { expect, test } from 'vitest';
import type { Trouble } from '../../../../src/domain/alert/condition.ts';
import { isTurnForTheWorse } from '../../../../src/domain/alert/telling/turn-for-the-worse.ts';
import { parseCircuitStatus } from '../../../../src/domain/circuit/states.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { aConnectivityTrouble, anIncident, aSessionSight } from '../../../support/an-incident.ts';

const lost = aSessionSight({ link: 'primary' });
const stands = aSessionSight({ link: 'primary', state: 'up' });
const sessions = (...all: readonly ReturnType<typeof aSessionSight>[]) =>
  aConnectivityTrouble({ sessions: [...all, aSessionSight()] });
const ipv6 = (state: 'up' | 'down') => aSessionSight({ ...stands, family: 'ipv6', state });

const refusedAs = (
  state: 'ValidationNeeded' | 'ValidationFailed',
  prefixes: readonly string[],
  omitted = 0,
) =>
  ({
    kind: 'validation',
    state: 'ValidationNeeded',
    prefixes: prefixes.map((prefix) => ({ prefix, state })),
    omitted,
  }) as const;
const refused = (...prefixes: readonly string[]) => refusedAs('ValidationNeeded', prefixes);
const failed = (...parts: readonly string[]): Trouble => ({ kind: 'provisioning', parts });
const lostRoute = (...prefixes: readonly string[]): Trouble => ({
  kind: 'registry',
  prefixes: prefixes.map((prefix) => ({ prefix, asn: 64_510, losses: [{ kind: 'roa-gone' }] })),
  omitted: 0,
});
const ends = (...prefixes: readonly string[]): Trouble => ({
  kind: 'certificate',
  stage: 'week',
  prefixes: prefixes.map((prefix) => ({ prefix, endsAt: t0 })),
  omitted: 0,
});
const status = (name: string): Trouble => ({ kind: 'status', status: parseCircuitStatus(name) });

const changes: readonly (readonly [string, Trouble, Trouble, boolean])[] = [
  ['another link that is lost', sessions(stands), sessions(lost), true],
  ['a link that is back', sessions(lost), sessions(stands), false],
  ['a family that is lost', sessions(stands, ipv6('up')), sessions(stands, ipv6('down')), true],
  ['an end that answers no ARP', sessions(stands), sessions({ ...stands, arp: 'down' }), true],
  ['one more prefix that is refused', refused('a'), refused('a', 'b'), true],
  ['one refused prefix fewer', refused('a', 'b'), refused('a'), false],
  ['another verdict on a refused prefix', refused('a'), refusedAs('ValidationFailed', ['a']), false],
  ['more prefixes than are named', refused('a'), refusedAs('ValidationNeeded', ['a'], 3), true],
  ['one more loss in the registries', lostRoute('a'), lostRoute('a', 'b'), true],
  ['one loss fewer', lostRoute('a', 'b'), lostRoute('a'), false],
  ['one more certificate that ends', ends('a'), ends('a', 'b'), true],
  ['one certificate fewer', ends('a', 'b'), ends('a'), false],
  ['one more part that failed', failed('circuit'), failed('circuit', 'AzurePrivatePeering'), true],
  ['one failed part fewer', failed('circuit', 'AzurePrivatePeering'), failed('circuit'), false],
  ['another status', status('Enabling'), status('Disabled'), true],
];

test.each(changes)('%s is a turn for the worse or not', (_what, before, trouble, isWorse) => {
  const step = { kind: 'changed', severity: 'warning', trouble } as const;
  expect(isTurnForTheWorse(step, anIncident({ trouble: before }))).toBe(isWorse);
});

test('a severity that rises is one whatever else got better, and one that falls is none', () => {
  const both = sessions(lost);
  const step = (severity: 'warning' | 'critical') => ({ kind: 'changed', severity, trouble: both }) as const;
  expect(isTurnForTheWorse(step('critical'), anIncident({ trouble: both }))).toBe(true);
  expect(isTurnForTheWorse(step('warning'), anIncident({ severity: 'critical' }))).toBe(false);
});

test('what begins or comes back is one, what gets well or is done about it is none', () => {
  const facts = { severity: 'warning', trouble: sessions(lost) } as const;
  for (const kind of ['opened', 'bad-again', 'reopened'] as const) {
    expect(isTurnForTheWorse({ kind, ...facts }, anIncident(facts))).toBe(true);
  }
  expect(isTurnForTheWorse({ kind: 'well' }, anIncident(facts))).toBe(false);
  expect(isTurnForTheWorse({ kind: 'acknowledged', by: 'U1' }, anIncident(facts))).toBe(false);
});
