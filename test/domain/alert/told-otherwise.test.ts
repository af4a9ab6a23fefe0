import { describe, expect, test } from 'vitest';
import { toldOtherwise } from '../../../src/domain/alert/told-otherwise.ts';
import { aChange, aCircuitRef, t0 } from '../../support/a-circuit.ts';
import { anIncident, aTelling } from '../../support/an-incident.ts';

const hour = 3_600_000;
const peering = 'MicrosoftPeering';
const down = (at: number, overrides = {}) =>
  aChange({
    id: `down.${at}`,
    at,
    difference: {
      kind: 'bgp-session',
      peering,
      link: 'secondary',
      family: 'ipv4',
      before: 'up',
      after: 'down',
    },
    ...overrides,
  });
const nothing = { incidents: [], digests: [], held: [] };
const here = [aTelling({ channelId: 'C1' })];

describe('a change is told otherwise', () => {
  test('as a step of an incident that the channel knows of', () => {
    const isTold = toldOtherwise('C1', { ...nothing, incidents: [anIncident({ tellings: here })] });
    expect(isTold(down(t0))).toBe(true);
    expect(isTold(down(t0, { circuit: aCircuitRef({ name: 'fra-02' }) }))).toBe(false);
    expect(isTold(aChange({ at: t0 }))).toBe(false);
  });

  test('not in a channel that never heard of the incident', () => {
    const isTold = toldOtherwise('C2', { ...nothing, incidents: [anIncident({ tellings: here })] });
    expect(isTold(down(t0))).toBe(false);
  });

  test('not before the incident and not after it', () => {
    const over = anIncident({ tellings: here, state: 'resolved', resolvedAt: t0 + hour });
    const isTold = toldOtherwise('C1', { ...nothing, incidents: [over] });
    expect([t0 - hour, t0, t0 + hour, t0 + 2 * hour].map((at) => isTold(down(at)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('as a line of a digest of the channel, or by what is held for it', () => {
    const line = { severity: 'info', at: t0, circuitId: '', circuitName: '', resourceGroup: '' } as const;
    const digest = {
      id: 'D-1',
      revision: 1,
      channelId: 'C1',
      why: 'storm',
      since: t0,
      until: t0,
      lines: [{ ...line, kind: 'change', changeId: 'p.1', changeKind: 'status' }],
    } as const;
    const change = aChange({ id: 'p.2' });
    const held = {
      id: 'h',
      channelId: 'C1',
      at: t0,
      why: { kind: 'quiet-hours' },
      what: { kind: 'change', change },
    } as const;
    const told = { incidents: [], digests: [digest], held: [held] };
    const ids = ['p.1', 'p.2', 'p.3'];
    expect(ids.map((id) => toldOtherwise('C1', told)(aChange({ id })))).toEqual([true, true, false]);
    expect(ids.map((id) => toldOtherwise('C2', told)(aChange({ id })))).toEqual([false, false, false]);
  });
});
